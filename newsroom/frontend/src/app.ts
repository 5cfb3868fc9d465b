/** What every page of the newsroom does beyond what the server rendered. */
import { helpFigureForms } from "./captions/figure-form";
import { listenToKeys } from "./keyboard/keyboard";
import { liveClient } from "./live/live";
import { countUnread } from "./live/unread";
import { confirmFirst } from "./page/confirm";
import { goToFirstFault } from "./page/first-fault";
import { fillMenus } from "./page/menus";
import { sendOnce } from "./page/once";
import { refreshRegions } from "./page/regions";
import { keepTimesTrue } from "./page/relative-times";
import { submitOnChange } from "./page/submit-on-change";
import { showCurrent } from "./page/scrolled-rows";
import { guardUnsavedForms } from "./page/unsaved-forms";
import { showWhoIsInIt } from "./presence/desk";

confirmFirst();
sendOnce();
// With the first frame, whose layout it needs: asked for here that would be made once more.
requestAnimationFrame(showCurrent);
listenToKeys();
fillMenus();
submitOnChange();
keepTimesTrue();
guardUnsavedForms();
helpFigureForms();
goToFirstFault();
const live = liveClient();
if (live) {
  refreshRegions(live);
  countUnread(live);
  showWhoIsInIt(live);
}
