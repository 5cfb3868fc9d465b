/** Cropping a photo on its picture: a box and a focal point, beside the numbers that are sent. */
import { make } from "../page/element";
import { alike, around, type Box, moved, resized } from "./crop-box";
import { byPointer, draggable } from "./draggable";
import { FocalPoint } from "./focal-point";

const SIDES = ["left", "top", "width", "height"] as const;
const PREVIEW = 320;

export function helpCropping(): void {
  const ground = document.querySelector<HTMLElement>("[data-cropper]");
  const form = document.querySelector<HTMLFormElement>("form[data-crop-form]");
  const image = ground?.querySelector("img");
  if (!ground || !form || !image) return;
  new Cropper(ground, form, image).start();
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
  private readonly focus: FocalPoint;
  /** Until somebody draws it, the box stands around the focal point and goes with it. */
  private drawn = false;

  constructor(
    private readonly ground: HTMLElement,
    private readonly form: HTMLFormElement,
    private readonly image: HTMLImageElement,
  ) {
    this.ratios = JSON.parse(ground.dataset["ratios"] ?? "{}") as Record<string, number>;
    const [width, height] = (ground.dataset["sides"] ?? "1 1").split(" ").map(Number);
    this.shape = (width ?? 1) / (height ?? 1);
    this.ground.append(this.box);
    this.focus = new FocalPoint(ground, form, () => {
      if (!this.drawn) this.suggest();
    });
  }

  start(): void {
    const corner = make("span", { class: "cropper__corner", "aria-hidden": "true" });
    this.box.append(corner);
    this.form.prepend(this.preview);
    draggable(this.box, this.ground, (right, down, shift) => {
      this.draw(shift ? this.sized(right, down) : moved(this.read(), right, down));
    });
    byPointer(corner, this.ground, (right, down) => {
      this.draw(this.sized(right, down));
    });
    this.form.addEventListener("input", ({ target }) => {
      this.typed(target);
    });
    this.image.addEventListener("load", () => {
      this.show();
    });
    this.image.addEventListener("click", (event) => {
      this.press(event);
    });
    const suggested = this.suggestion();
    this.drawn = Boolean(this.chosen()) && !(suggested && alike(suggested, this.read()));
    this.show();
  }

  /** Where there is no box in the way, a press says where the eye should rest. */
  private press({ clientX, clientY }: MouseEvent): void {
    if (this.chosen()) return;
    const { left, top, width, height } = this.ground.getBoundingClientRect();
    this.focus.put({
      x: ((clientX - left) / width) * 100,
      y: ((clientY - top) / height) * 100,
    });
  }

  private typed(target: EventTarget | null): void {
    if (target instanceof HTMLSelectElement) this.takeRatio();
    else if (target instanceof HTMLInputElement && SIDES.some((side) => side === target.name)) {
      this.drawn = true;
    } else {
      this.focus.show();
      if (!this.drawn) this.suggest();
    }
    this.show();
  }

  private sized(wider: number, higher: number): Box {
    return resized(this.read(), wider, higher, this.shape, this.ratio());
  }

  private chosen(): string {
    return this.form.querySelector("select")?.value ?? "";
  }

  private ratio(): number | null {
    return this.ratios[this.chosen()] ?? null;
  }

  /** Another ratio begins around the middle of what was drawn, else around the focal point. */
  private takeRatio(): void {
    if (!this.chosen()) return;
    const [ratio, box] = [this.ratio(), this.read()];
    if (ratio === null) this.write(box);
    else if (!this.drawn) this.suggest();
    else this.write(around(box.left + box.width / 2, box.top + box.height / 2, this.shape, ratio));
  }

  private suggestion(): Box | null {
    const [ratio, { x, y }] = [this.ratio(), this.focus.read()];
    return ratio === null ? null : around(x, y, this.shape, ratio);
  }

  private suggest(): void {
    const box = this.suggestion();
    if (box) this.write(box);
  }

  private draw(box: Box): void {
    this.drawn = true;
    this.write(box);
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
    this.box.hidden = this.preview.hidden = !this.chosen();
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
