import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import css from '../assets/styles/mentions.css?inline';
import { leavePart } from '../src/page/frame/frame-parts.ts';

/** Leaves the rules for shadow roots in the frame, where the content script finds them. */
export default defineUnlistedScript(() => {
  leavePart('shadow-css', css);
});
