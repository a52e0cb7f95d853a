/**
 * Which colour of the palette each name has: by its own order, so that drawings of the same members have them in the same colours,
 * whichever is largest there.
 */
export function toColorPlaces(names: string[]): Map<string, number> {
  return new Map(names.toSorted().map((name, place) => [name, place]));
}
