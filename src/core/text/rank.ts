/** Search by halves. */

/**
 * How many of some items in order stand before a place.
 *
 * @param isBefore - Whether the item of an index does; true of the first ones alone.
 */
export function countBefore(length: number, isBefore: (index: number) => boolean): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isBefore(middle)) low = middle + 1;
    else high = middle;
  }
  return low;
}
