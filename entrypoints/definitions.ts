import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { readDefinitions } from '../src/core/definitions/find-definitions.ts';
import { leavePart } from '../src/page/frame/frame-parts.ts';

/** Stands where the content script looks for it. */
export default defineUnlistedScript(() => {
  leavePart('definitions', readDefinitions);
});
