/** Cropping a photo on its picture: a box and a focal point, beside the numbers that are sent. */
import { make } from "../page/element";
import { around, type Box, moved, resized } from "./crop-box";
import { byPointer, draggable } from "./draggable";

const SIDES = ["left", "top", "width", "height"] as const;
const PREVIEW = 320;

export function helpCropping(): void {
  const ground = document.querySelector<HTMLElement>("[data-cropper]");
  const form = document.querySelector<HTMLFormElement>("form[data-crop-form]");
  const image = ground?.querySelector("img");
  if (!ground || !form || !image) return;
  const focusForm = document.querySelector<HTMLFormElement>("form[data-focus-form]");
  new Cropper(ground, form, image).start();
  if (focusForm) placeFocus(ground, focusForm);
}

class Cropper {
  private readonly box = make("div", {
    class: "cropper__box",
    tabindex: "0",
    role: "group",
    "aria-label": "The crop. Arrow keys move it, shift and arrow keys change its size.",
  });
  private readonly preview = make("canvas", {
    class: "cropper__preview",
    role: "img",
    "aria-label": "Preview of the crop",
  });
  private readonly ratios: Readonly<Record<string, number>>;
  private readonly shape: number;

  constructor(
    private readonly ground: HTMLElement,
    private readonly form: HTMLFormElement,
    private readonly image: HTMLImageElement,
  ) {
    this.ratios = JSON.parse(ground.dataset["ratios"] ?? "{}") as Record<string, number>;
    const [width, height] = (ground.dataset["sides"] ?? "1 1").split(" ").map(Number);
    this.shape = (width ?? 1) / (height ?? 1);
  }

  start(): void {
    const corner = make("span", { class: "cropper__corner", "aria-hidden": "true" });
    this.box.append(corner);
    this.ground.append(this.box);
    this.form.prepend(this.preview);
    draggable(this.box, this.ground, (right, down, shift) => {
      this.write(shift ? this.sized(right, down) : moved(this.read(), right, down));
    });
    byPointer(corner, this.ground, (right, down) => {
      this.write(this.sized(right, down));
    });
    this.form.addEventListener("input", (event) => {
      if (event.target instanceof HTMLSelectElement) this.takeRatio();
      this.show();
    });
    this.image.addEventListener("load", () => {
      this.show();
    });
    this.show();
  }

  private sized(wider: number, higher: number): Box {
    return resized(this.read(), wider, higher, this.shape, this.ratio());
  }

  private ratio(): number | null {
    return this.ratios[this.form.querySelector("select")?.value ?? ""] ?? null;
  }

  /** Another ratio begins around the middle of what was shown. */
  private takeRatio(): void {
    const [ratio, box] = [this.ratio(), this.read()];
    if (ratio === null) return;
    this.write(around(box.left + box.width / 2, box.top + box.height / 2, this.shape, ratio));
  }

  private read(): Box {
    const [left = 0, top = 0, width = 100, height = 100] = SIDES.map((side) =>
      Number(this.field(side)?.value.replace(",", ".") ?? ""),
    );
    return { left, top, width: width || 100, height: height || 100 };
  }

  private write(box: Box): void {
    for (const side of SIDES) {
      const field = this.field(side);
      if (field) field.value = String(Math.round(box[side] * 100) / 100);
    }
    this.show();
  }

  private field(side: string): HTMLInputElement | null {
    return this.form.querySelector<HTMLInputElement>(`input[name="${side}"]`);
  }

  private show(): void {
    const box = this.read();
    for (const side of SIDES) this.box.style[side] = `${box[side]}%`;
    this.showPreview(box);
  }

  private showPreview(box: Box): void {
    const { naturalWidth, naturalHeight } = this.image;
    const [wide, high] = [(box.width / 100) * naturalWidth, (box.height / 100) * naturalHeight];
    if (!(wide >= 1 && high >= 1)) return;
    const factor = PREVIEW / Math.max(wide, high);
    [this.preview.width, this.preview.height] = [wide * factor, high * factor];
    const { width, height } = this.preview;
    const [left, top] = [(box.left / 100) * naturalWidth, (box.top / 100) * naturalHeight];
    const paper = this.preview.getContext("2d");
    paper?.drawImage(this.image, left, top, wide, high, 0, 0, width, height);
  }
}

function placeFocus(ground: HTMLElement, form: HTMLFormElement): void {
  const mark = make("div", {
    class: "cropper__focus",
    tabindex: "0",
    role: "group",
    "aria-label": "The focal point. Arrow keys move it.",
  });
  const fields = ["x", "y"].map((name) =>
    form.querySelector<HTMLInputElement>(`input[name="${name}"]`),
  );
  const read = (): number[] => fields.map((one) => Number(one?.value.replace(",", ".") ?? ""));
  const show = (): void => {
    const [x = 0, y = 0] = read();
    [mark.style.left, mark.style.top] = [`${x}%`, `${y}%`];
  };
  draggable(mark, ground, (right, down) => {
    const by = [right, down];
    read().forEach((value, index) => {
      const next = Math.min(100, Math.max(0, value + (by[index] ?? 0)));
      const field = fields[index];
      if (field) field.value = String(Math.round(next * 100) / 100);
    });
    show();
  });
  form.addEventListener("input", show);
  ground.append(mark);
  show();
}
