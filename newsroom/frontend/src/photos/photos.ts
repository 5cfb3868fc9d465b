/** What the pages of the photo library do beyond what every page does. */
import "../app";
import { helpCropping } from "./cropper";
import { chooseOnLightTable } from "./light-table";
import { sendChosenPhotos } from "./upload-form";

chooseOnLightTable();
sendChosenPhotos();
helpCropping();
