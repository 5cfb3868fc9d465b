/** The history page: a slider over the versions that shows each one in place. */
import "../app";
import { playBack } from "./playback";

playBack();
