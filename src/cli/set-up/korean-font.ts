/** Whether this machine can draw Korean letters. */
import { spawnSync } from 'node:child_process';

/** macOS and Windows include Korean fonts; elsewhere ask fontconfig. */
export function hasKoreanFont(): boolean {
  if (process.platform !== 'linux') return true;
  const { stdout } = spawnSync('fc-list', [':lang=ko', 'family'], { encoding: 'utf8' });
  return (stdout ?? '').trim() !== '';
}
