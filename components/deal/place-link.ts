import { figureCertificateHref, printPlace, sourceHref } from '@/lib/addresses/place-address.ts'
import type { Place } from '@/lib/report.ts'

/** What makes an element the way to a printed figure: an address that works alone, and the place for the source panel. */
export type PlaceLink = { href: string; 'data-at': string }
export type LinkPlace = (at: Place) => PlaceLink

/** Where the certificate of a figure of a pool is, by its id and the loan group, null for the whole pool. */
export type FigureCertificate = (figure: string, loanGroup: string | null) => string

/** Certificates of the figures of one filing of one deal. */
export function certificatesOf(slug: string, sha256: string): FigureCertificate {
  return (figure, loanGroup) => figureCertificateHref(slug, sha256, { figure, loanGroup })
}

/** Links into one filing of one deal. */
export function linkPlacesOf(slug: string, sha256: string): LinkPlace {
  return at => ({ href: sourceHref(slug, sha256, at), 'data-at': printPlace(at) })
}
