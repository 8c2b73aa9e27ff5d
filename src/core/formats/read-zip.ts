/**
 * Reads members of a ZIP file (PKWARE APPNOTE 6.3, without ZIP64 and encryption). Nothing is
 * written anywhere, and nothing is unpacked that was not asked for.
 *
 * The list at the end of the file is believed in nothing: what a member unpacks to is counted while
 * it is unpacked.
 */

import { Inflate } from 'fflate';
import { failure } from './foreign.ts';

type Bytes = Uint8Array<ArrayBuffer>;

/** Most members of an archive; dictionaries with pictures have thousands. */
const MOST_MEMBERS = 20_000;
/** Most bytes that all members together may unpack to. */
export const MOST_UNPACKED = 50_000_000;
/** Most that a member may grow by; the term banks of dictionaries grow by 5 to 20. */
const MOST_GROWTH = 200;
/** Members below this size may grow by more: a short list of equal rows does, and harms nothing. */
const SMALL = 1_000_000;
/** Bytes unpacked at once: at most 1,032 times as many come out before they are counted. */
const STEP = 16_384;

const END_SIGN = 0x06054b50;
const LISTED_SIGN = 0x02014b50;
const MEMBER_SIGN = 0x04034b50;
/** The length of the record at the end without its comment, and of the longest comment. */
const END_LENGTH = 22;
const MOST_COMMENT = 0xffff;

/** A member as the list at the end has it. */
interface Member {
  readonly name: string;
  readonly method: number;
  readonly isLocked: boolean;
  readonly packed: number;
  readonly unpacked: number;
  readonly offset: number;
}

export interface Zip {
  readonly names: readonly string[];
  /** Unpack a member that is there. @throws GlossaryError if it cannot be unpacked within limits. */
  read(name: string): Bytes;
}

/**
 * Open a ZIP file.
 *
 * @param decode - Decodes UTF-8; throws if bytes are none.
 * @throws GlossaryError if it is damaged, has too many members, or a path that leads out of it.
 */
export function openZip(bytes: Bytes, file: string, decode: (bytes: Bytes) => string): Zip {
  const members = new Map<string, Member>();
  for (const member of listMembers(bytes, file, decode)) {
    const { name } = member;
    if (isOutside(name)) throw failure(file, 'zipPath', {}, name);
    if (members.has(name)) throw failure(file, 'badZip');
    members.set(name, member);
  }
  const all = [...members.values()];
  const packed = all.reduce((sum, member) => sum + member.packed, 0);
  // Members that share bytes would be unpacked once for each.
  if (packed > bytes.length) throw failure(file, 'badZip');
  let left = MOST_UNPACKED;
  return {
    names: [...members.keys()],
    read(name) {
      const member = members.get(name);
      if (member === undefined || member.isLocked) throw failure(file, 'badZip', { path: name });
      const content = unpack(bytes, member, left, file);
      left -= content.length;
      return content;
    },
  };
}

/** Whether a path leads out of the folder in which an archive would be unpacked. */
const isOutside = (path: string): boolean =>
  /^[/\\]|^[a-z]:|\\|\0/i.test(path) || path.split('/').includes('..');

function listMembers(bytes: Bytes, file: string, decode: (bytes: Bytes) => string): Member[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  if (end === null) throw failure(file, 'badZip');
  const count = view.getUint16(end + 10, true);
  if (count > MOST_MEMBERS) throw failure(file, 'tooManyMembers', {}, String(MOST_MEMBERS));
  const members: Member[] = [];
  let at = view.getUint32(end + 16, true);
  for (let i = 0; i < count; i++) {
    if (at + 46 > end || view.getUint32(at, true) !== LISTED_SIGN) throw failure(file, 'badZip');
    const nameEnd = at + 46 + view.getUint16(at + 28, true);
    try {
      members.push({
        name: decode(bytes.slice(at + 46, nameEnd)),
        isLocked: (view.getUint16(at + 8, true) & 1) === 1,
        method: view.getUint16(at + 10, true),
        packed: view.getUint32(at + 20, true),
        unpacked: view.getUint32(at + 24, true),
        offset: view.getUint32(at + 42, true),
      });
    } catch {
      throw failure(file, 'badZip');
    }
    at = nameEnd + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return members;
}

/** Where the record at the end of the file begins; null if there is none. */
function findEnd(view: DataView): number | null {
  const last = view.byteLength - END_LENGTH;
  for (let at = last; at >= Math.max(0, last - MOST_COMMENT); at--) {
    if (view.getUint32(at, true) === END_SIGN) return at;
  }
  return null;
}

/** @param most - Bytes that may come out. */
function unpack(bytes: Bytes, member: Member, most: number, file: string): Bytes {
  const { name, method, packed, unpacked, offset } = member;
  const place = { path: name };
  const tooLarge = () => failure(file, 'unpacksTooLarge', place, String(MOST_UNPACKED / 1_000_000));
  const grown = Math.max(SMALL, packed * MOST_GROWTH);
  if (unpacked > Math.min(most, grown)) throw tooLarge();
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (offset + 30 > bytes.length || view.getUint32(offset, true) !== MEMBER_SIGN) {
    throw failure(file, 'badZip', place);
  }
  const start = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  const content = bytes.subarray(start, start + packed);
  if (content.length < packed) throw failure(file, 'badZip', place);
  if (method === 0) return packed === unpacked ? content : fail();
  if (method !== 8) return fail();
  const parts: Uint8Array[] = [];
  let size = 0;
  try {
    const inflate = new Inflate((part) => {
      parts.push(part);
      size += part.length;
    });
    for (let at = 0; at < packed && size <= unpacked; at += STEP) {
      inflate.push(content.subarray(at, at + STEP), at + STEP >= packed);
    }
  } catch {
    return fail();
  }
  return size === unpacked ? join(parts, size) : fail();

  function fail(): never {
    throw failure(file, 'badZip', place);
  }
}

function join(parts: readonly Uint8Array[], size: number): Bytes {
  const all = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
