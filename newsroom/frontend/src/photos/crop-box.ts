/** The arithmetic of a crop's box, in per cent of the photo; no page, no pixels. */

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Width by height of one per cent each way: what turns a ratio in pixels into one in per cent. */
export type Shape = number;

export const LEAST = 2;

const bounded = (value: number, least: number, most: number): number =>
  Math.min(Math.max(value, least), Math.max(least, most));

export function moved(box: Box, right: number, down: number): Box {
  return {
    ...box,
    left: bounded(box.left + right, 0, 100 - box.width),
    top: bounded(box.top + down, 0, 100 - box.height),
  };
}

/** Its lower right corner drawn; with a ratio, in width by height of pixels, the height follows. */
export function resized(
  box: Box,
  wider: number,
  higher: number,
  shape: Shape,
  ratio: number | null,
): Box {
  if (ratio === null) {
    return {
      ...box,
      width: bounded(box.width + wider, LEAST, 100 - box.left),
      height: bounded(box.height + higher, LEAST, 100 - box.top),
    };
  }
  const perWidth = shape / ratio;
  const most = Math.min(100 - box.left, (100 - box.top) / perWidth);
  const by = Math.abs(wider) >= Math.abs(higher) ? wider : higher / perWidth;
  const width = bounded(box.width + by, LEAST, most);
  return { ...box, width, height: width * perWidth };
}

/** The largest box of that ratio, as near around the point as the photo's edges allow. */
export function around(x: number, y: number, shape: Shape, ratio: number): Box {
  const perWidth = shape / ratio;
  const width = Math.min(100, 100 / perWidth);
  const height = width * perWidth;
  return moved({ left: x - width / 2, top: y - height / 2, width, height }, 0, 0);
}

/** The server counts in hundredths of a per cent, and so may be one of them off. */
export function alike(one: Box, other: Box): boolean {
  const sides = ["left", "top", "width", "height"] as const;
  return sides.every((side) => Math.abs(one[side] - other[side]) < 0.02);
}
