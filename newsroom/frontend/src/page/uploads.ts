/** A file sent by its form in the background, with a bar. */

interface UploadAnswer {
  readonly id: number | null;
  readonly refused: readonly { readonly file_name: string; readonly sentence: string }[];
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
