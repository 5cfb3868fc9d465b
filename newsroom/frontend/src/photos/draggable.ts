/** A thing on a picture that is moved by mouse, by touch and by the arrow keys, in per cent of it. */

export type Move = (right: number, down: number, shift: boolean) => void;

const STEP = 1;
const ARROWS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-STEP, 0],
  ArrowRight: [STEP, 0],
  ArrowUp: [0, -STEP],
  ArrowDown: [0, STEP],
};

export function draggable(thing: HTMLElement, ground: HTMLElement, move: Move): void {
  byPointer(thing, ground, move);
  byKeys(thing, move);
}

export function byPointer(thing: HTMLElement, ground: HTMLElement, move: Move): void {
  let last: PointerEvent | null = null;
  thing.addEventListener("pointerdown", (event) => {
    if (event.button !== 0) return;
    last = event;
    thing.setPointerCapture(event.pointerId);
    event.stopPropagation();
  });
  thing.addEventListener("pointermove", (event) => {
    if (!last) return;
    const { width, height } = ground.getBoundingClientRect();
    const right = ((event.clientX - last.clientX) / width) * 100;
    const down = ((event.clientY - last.clientY) / height) * 100;
    last = event;
    move(right, down, false);
  });
  for (const end of ["pointerup", "pointercancel"] as const) {
    thing.addEventListener(end, () => {
      last = null;
    });
  }
}

function byKeys(thing: HTMLElement, move: Move): void {
  thing.addEventListener("keydown", (event) => {
    const step = ARROWS[event.key];
    if (!step || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    event.stopPropagation();
    move(step[0], step[1], event.shiftKey);
  });
}
