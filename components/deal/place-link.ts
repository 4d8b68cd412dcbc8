import { printPlace, sourceHref } from '@/lib/addresses/place-address.ts'
import type { Place } from '@/lib/report.ts'

/** What makes an element the way to a printed figure: an address that works alone, and the place for the source panel. */
export type PlaceLink = { href: string; 'data-at': string }
export type LinkPlace = (at: Place) => PlaceLink

/** Links into one filing of one deal. */
export function linkPlacesOf(slug: string, sha256: string): LinkPlace {
  return at => ({ href: sourceHref(slug, sha256, at), 'data-at': printPlace(at) })
}
