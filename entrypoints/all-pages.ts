import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { leavePart } from '../src/page/frame/frame-parts.ts';

/** Tells the scout that pages without an article are read too. Registered while that is so. */
export default defineUnlistedScript(() => {
  leavePart('all-pages', true);
});
