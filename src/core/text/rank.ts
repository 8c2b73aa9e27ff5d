/** Binary search. */

/**
 * Count the items of a sorted list that stand before a place.
 *
 * @param isBefore - Whether the item at an index does; once false, it is false for all that follow.
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
