import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import css from '../assets/styles/mentions.css?inline';
import { leavePart } from '../src/page/frame/frame-parts.ts';

/** Stands where the content script looks for it. */
export default defineUnlistedScript(() => {
  leavePart('shadow-css', css);
});
