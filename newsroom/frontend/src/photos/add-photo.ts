/** A photo added from within the choice: sent at once, with a bar, and then the one that is meant. */
import { make } from "../page/element";
import { sendOne } from "../page/uploads";

const FIELD = "photos";

/** The button, the form it sends, and the report; `onAdded` gets the photo's number. */
export function photoAdder(
  address: string,
  onAdded: (photo: number) => void,
): [HTMLButtonElement, HTMLFormElement, HTMLOutputElement] {
  const file = make("input", {
    type: "file",
    name: FIELD,
    accept: "image/jpeg,image/png,image/webp,image/avif,image/heic,image/heif,image/tiff",
    hidden: true,
  });
  const token = document.body.dataset["csrf"] ?? "";
  const form = make("form", { action: address, method: "post", hidden: true });
  form.append(make("input", { type: "hidden", name: "csrf_token", value: token }), file);
  const button = make("button", { class: "button", type: "button" }, "Add a photo");
  const report = make("output", { class: "photo-choice__report" });
  button.addEventListener("click", () => {
    file.click();
  });
  file.addEventListener("change", () => {
    const chosen = file.files?.[0];
    if (chosen) void add(form, chosen, report, onAdded);
  });
  return [button, form, report];
}

async function add(
  form: HTMLFormElement,
  file: File,
  report: HTMLElement,
  onAdded: (photo: number) => void,
): Promise<void> {
  const bar = make("progress", { max: "1", "aria-label": file.name });
  report.replaceChildren(file.name, bar);
  const { id, refused } = await sendOne(form, file, FIELD, bar);
  form.reset();
  if (id) onAdded(id);
  else report.replaceChildren(...refused.map(said));
}

function said(one: { readonly file_name: string; readonly sentence: string }): HTMLElement {
  return make("p", { class: "bad", role: "alert" }, `${one.file_name}: ${one.sentence}`);
}
