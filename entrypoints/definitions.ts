import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { readDefinitions } from '../src/core/definitions/find-definitions.ts';
import { leavePart } from '../src/page/frame/frame-parts.ts';

/** Leaves the reader of definitions in the frame, where the content script finds it. */
export default defineUnlistedScript(() => {
  leavePart('definitions', readDefinitions);
});
