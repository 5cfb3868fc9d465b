/** The caption check's form: a photo chosen from the library fills it, and it shows what will print. */
import { RENEWED } from "../page/regions";
import { choosePhoto } from "../photos/choose-dialog";
import { type ChosenPhoto, withPhoto } from "../photos/chosen";
import { rendition } from "../photos/rendition";

type Field = HTMLInputElement | HTMLTextAreaElement;

export function helpFigureForms(): void {
  for (const form of document.querySelectorAll<HTMLFormElement>("form[data-figure-form]")) {
    offerLibrary(form);
    let changed = false;
    form.addEventListener("input", ({ target }) => {
      changed = true;
      if (target instanceof HTMLSelectElement) showPicture(form);
      showPrint(form);
      tellNotKept(form);
    });
    // What is missing was told anew, of what was kept.
    document.addEventListener(RENEWED, () => {
      if (changed) tellNotKept(form);
    });
  }
}

/** With the library at hand nobody needs a photo's number. */
function offerLibrary(form: HTMLFormElement): void {
  const address = form.dataset["chooseUrl"];
  const button = document.querySelector<HTMLButtonElement>("[data-choose-photo]");
  if (!address || !button) return;
  const number = field(form, "photo")?.closest<HTMLElement>(".field");
  if (number && !number.querySelector(".field__errors")) number.hidden = true;
  button.hidden = false;
  button.addEventListener("click", () => {
    void choosePhoto(address).then((photo) => {
      if (!photo) return;
      fill(form, photo);
      showPicture(form);
      document.querySelector(".caption__under")?.append(button);
      button.textContent = "Change the photo";
      button.focus();
    });
  });
}

/** What of the photo will print, as the form says it. */
function showPicture(form: HTMLFormElement): void {
  const photo = Number(field(form, "photo")?.value);
  if (!photo) return;
  const image = rendition(photo, crops(form)?.value || "large", field(form, "alt")?.value ?? "");
  image.className = "caption__photo";
  document.querySelector(".caption__light")?.replaceChildren(image);
}

function fill(form: HTMLFormElement, photo: ChosenPhoto): void {
  const text = (name: string): string => field(form, name)?.value ?? "";
  const before = {
    photo: Number(text("photo")) || null,
    creator: text("creator"),
    credit: text("credit"),
    alt: text("alt"),
    crop: null,
  };
  const { creator, credit, alt } = withPhoto(before, photo);
  const caption = captionWith(form, photo);
  for (const [name, value] of Object.entries({ photo: photo.id, creator, credit, alt, caption })) {
    const target = field(form, name);
    if (target) target.value = String(value);
  }
  // The crops on offer were those of the photo before: the whole one is left; its own come with its page.
  const crop = crops(form);
  if (crop) crop.length = 1;
  for (const one of document.querySelectorAll<HTMLElement>("[data-of-photo]")) one.hidden = true;
  form.dispatchEvent(new Event("input", { bubbles: true }));
}

/** A caption that nobody wrote here goes with the photo it was read from. */
function captionWith(form: HTMLFormElement, { caption }: ChosenPhoto): string {
  const [written, before] = [field(form, "caption")?.value ?? "", form.dataset["photoCaption"] ?? ""];
  form.dataset["photoCaption"] = caption;
  const said = written.trim();
  return said === "" || said === inOneLine(before) ? inOneLine(caption) : written;
}

/** As a figure keeps it. */
function inOneLine(words: string): string {
  return words.split(/\s+/).join(" ").trim();
}

function showPrint(form: HTMLFormElement): void {
  const print = document.querySelector(".caption__print figcaption");
  const [caption, credit] = [print?.querySelector("span"), print?.querySelector("small")];
  if (caption) caption.textContent = field(form, "caption")?.value ?? "";
  if (credit) credit.textContent = field(form, "credit")?.value ?? "";
}

/** What is missing is said of what was kept; a photo that was only chosen is not kept yet. */
function tellNotKept(form: HTMLFormElement): void {
  const told = form.querySelector<HTMLElement>("[data-not-kept]");
  const keep = form.querySelector(".form__actions .button");
  if (told) told.hidden = false;
  for (const line of document.querySelectorAll<HTMLElement>("[data-lacks]")) {
    line.hidden = Boolean(field(form, line.dataset["lacks"] ?? "")?.value.trim());
  }
  keep?.classList.replace("button--secondary", "button--primary");
}

function crops(form: HTMLFormElement): HTMLSelectElement | null {
  return form.querySelector('select[name="crop"]');
}

function field(form: HTMLFormElement, name: string): Field | null {
  return form.querySelector<Field>(`:is(input, textarea)[name="${name}"]`);
}
