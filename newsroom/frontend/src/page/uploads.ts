/** Forms marked `data-drop` take dropped files and send them one by one, with a bar and counts. */
import { make } from "./element";

interface UploadAnswer {
  readonly id: number | null;
  readonly refused: readonly { readonly file_name: string; readonly sentence: string }[];
}

export function takeDroppedFiles(): void {
  for (const form of document.querySelectorAll<HTMLFormElement>("form[data-drop]")) {
    const field = form.querySelector<HTMLInputElement>("input[type=file]");
    if (field) enhance(form, field);
  }
}

function enhance(form: HTMLFormElement, field: HTMLInputElement): void {
  for (const kind of ["dragenter", "dragover"]) {
    form.addEventListener(kind, (event) => {
      event.preventDefault();
      form.classList.add("is-over");
    });
  }
  for (const kind of ["dragleave", "drop"]) {
    form.addEventListener(kind, () => {
      form.classList.remove("is-over");
    });
  }
  form.addEventListener("drop", (event) => {
    event.preventDefault();
    void send(form, [...(event.dataTransfer?.files ?? [])], field.name);
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    void send(form, [...(field.files ?? [])], field.name);
  });
}

async function send(form: HTMLFormElement, files: readonly File[], field: string): Promise<void> {
  if (!files.length) return;
  const report = form.querySelector("[data-drop-report]") ?? form;
  const refused: string[] = [];
  let last: number | null = null;
  for (const [index, file] of files.entries()) {
    const bar = make("progress", { max: "1", "aria-label": file.name });
    report.replaceChildren(`${index + 1} of ${files.length}: ${file.name} `, bar);
    const answer = await sendOne(form, file, field, bar);
    refused.push(...answer.refused.map((one) => `${one.file_name}: ${one.sentence}`));
    last = answer.id ?? last;
  }
  finish(form, report, files.length, refused, last);
}

function finish(
  form: HTMLFormElement,
  report: Element,
  count: number,
  refused: readonly string[],
  last: number | null,
): void {
  if (!refused.length) {
    if (count === 1 && last) location.assign(`${form.action.replace(/\/$/, "")}/${last}`);
    else location.reload();
    return;
  }
  const kept = count - refused.length;
  const show = make("a", { href: location.href }, "Show the library");
  report.replaceChildren(
    ...refused.map((sentence) => make("p", { class: "bad", role: "alert" }, sentence)),
    ...(kept ? [make("p", {}, `${kept} of ${count} added. `, show)] : []),
  );
}

/** By XMLHttpRequest, for only that tells how much of a file has left. */
export function sendOne(
  form: HTMLFormElement,
  file: File,
  field: string,
  bar: HTMLProgressElement,
): Promise<UploadAnswer> {
  const body = new FormData(form);
  body.set(field, file);
  const request = new XMLHttpRequest();
  request.open("POST", form.action);
  request.setRequestHeader("Accept", "application/json");
  request.responseType = "json";
  request.upload.addEventListener("progress", ({ loaded, total }) => {
    bar.value = loaded / total;
  });
  return new Promise((answer) => {
    request.addEventListener("loadend", () => {
      answer(understood(request, file.name));
    });
    request.send(body);
  });
}

function understood(request: XMLHttpRequest, name: string): UploadAnswer {
  const body = request.response as (Partial<UploadAnswer> & { detail?: string }) | null;
  if (body?.refused) return { id: body.id ?? null, refused: body.refused };
  const sentence = body?.detail ?? "The newsroom did not answer; try again.";
  return { id: null, refused: [{ file_name: name, sentence }] };
}
