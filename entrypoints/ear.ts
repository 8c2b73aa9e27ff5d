import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import {
  type Ear,
  findPart,
  leavePart,
  listenEarly,
  listenToAll,
} from '../src/page/frame/frame-parts.ts';

/**
 * Listens to events before any script of the page does, for the cards. Every page runs this before
 * it shows anything, so it uses neither a polyfill nor a content-script context.
 */
export default defineUnlistedScript(() => {
  // Chrome may start a script twice, as in tabs that load during installation.
  if (findPart('ear')) return;
  const ear: Ear = { hear: null };
  // Firefox tells every listener which element in a closed shadow root an event is of.
  const listen = import.meta.env.FIREFOX ? listenToAll : listenEarly;
  listen((event) => ear.hear?.(event));
  leavePart('ear', ear);
});
