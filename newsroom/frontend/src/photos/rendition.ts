/** The picture of a photo; renditions are made in the background, so it is asked for again. */
import { make } from "../page/element";

const LOOK_AGAIN = 3000;
const LOOKS = 20;

/** `shown` is the name of a size, or the box of a crop. */
export function rendition(photo: number, shown: string, alt: string): HTMLImageElement {
  const address = `/photos/${photo}/renditions/${shown}`;
  const image = make("img", { src: address, alt });
  let looks = 0;
  image.addEventListener("error", () => {
    looks += 1;
    if (looks > LOOKS) return;
    window.setTimeout(() => {
      if (image.isConnected) image.src = `${address}?look=${looks}`;
    }, LOOK_AGAIN);
  });
  return image;
}
