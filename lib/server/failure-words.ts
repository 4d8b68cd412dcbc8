import { isLibraryFaultCode, type LibraryFaultCode, libraryFaultWording } from '../library-faults.ts'

const usualWords =
  'Something went wrong in Strata. It was nothing you did, and nothing in the library changed. Load the page again; if it happens again, the server’s log says why.'

/** The one rule that `failureWords` brings along. */
export const failureStyle = ':root { color-scheme: light dark; }'

/**
 * What a page that could not be drawn says where no script runs. Next leaves such a page empty until its script puts the
 * words of app/error.tsx there; this follows the end of its markup, which browsers take for the end of its body. No
 * stylesheet need have come, so it brings the little style it has.
 */
export function failureWords(fault: LibraryFaultCode | null): string {
  return `<noscript>
<style>${failureStyle}</style>
<main style="max-width: 60ch; margin: 0 auto; padding: 96px 24px; font: 400 14px/24px system-ui, sans-serif">
<h1 style="font: 700 24px/32px system-ui, sans-serif">This page could not be shown</h1>
<p>${fault === null ? usualWords : libraryFaultWording[fault]}</p>
<p><a href="/">Go to the library</a></p>
</main>
</noscript>`
}

/**
 * What is wrong with the library when that is why a page could not be drawn, from the page's own data:
 *
 * > 14:E{\"digest\":\"library-gone\"}
 *
 * Quotation marks of a filing's text are escaped twice there, so no filing can print this.
 */
export function findFault(html: string): LibraryFaultCode | null {
  const [, digest] = /:E\{\\"digest\\":\\"([\w-]+)\\"/.exec(html) ?? []
  return isLibraryFaultCode(digest) ? digest : null
}
