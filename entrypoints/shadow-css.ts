import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import css from '../assets/styles/mentions.css?inline';

/** Stands where the content script looks for it: both share a world that the page cannot reach. */
export default defineUnlistedScript(() => {
  globalThis.newsglossShadowCss = css;
});

declare global {
  var newsglossShadowCss: string | undefined;
}
