/** Where the eye rests on a photo: a dot on its picture, beside the two numbers that are sent. */
import { make } from "../page/element";
import { draggable } from "./draggable";

export interface Point {
  readonly x: number;
  readonly y: number;
}

export class FocalPoint {
  private readonly mark = make("div", {
    class: "cropper__focus",
    tabindex: "0",
    role: "group",
    "aria-label": "The focal point. Arrow keys move it.",
  });

  constructor(
    ground: HTMLElement,
    private readonly form: HTMLFormElement,
    private readonly moved: () => void,
  ) {
    ground.append(this.mark);
    draggable(this.mark, ground, (right, down) => {
      const { x, y } = this.read();
      this.put({ x: x + right, y: y + down });
    });
    this.show();
  }

  read(): Point {
    const [x = 0, y = 0] = ["x", "y"].map((name) =>
      Number(this.field(name)?.value.replace(",", ".") ?? ""),
    );
    return { x, y };
  }

  put(point: Point): void {
    for (const name of ["x", "y"] as const) {
      const field = this.field(name);
      const inside = Math.min(100, Math.max(0, point[name]));
      if (field) field.value = String(Math.round(inside * 100) / 100);
    }
    this.show();
    this.moved();
  }

  show(): void {
    const { x, y } = this.read();
    [this.mark.style.left, this.mark.style.top] = [`${x}%`, `${y}%`];
  }

  private field(name: string): HTMLInputElement | null {
    return this.form.querySelector<HTMLInputElement>(`input[name="${name}"]`);
  }
}
