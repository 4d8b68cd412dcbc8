/** The one rule that `failureWords` brings along. */
export const failureStyle = ':root { color-scheme: light dark; }'

/**
 * What a page that could not be drawn says where no script runs. Next leaves such a page empty until its script puts the
 * words of app/error.tsx there; this follows the end of its markup, which browsers take for the end of its body. No
 * stylesheet need have come, so it brings the little style it has.
 */
export const failureWords = `<noscript>
<style>${failureStyle}</style>
<main style="max-width: 60ch; margin: 0 auto; padding: 96px 24px; font: 400 14px/24px system-ui, sans-serif">
<h1 style="font: 700 24px/32px system-ui, sans-serif">This page could not be shown</h1>
<p>Something went wrong in Strata, not in what you did, and nothing in the library was changed by it. Load the page
again; if it stays so, the server’s log tells the cause.</p>
<p><a href="/">Go to the library</a></p>
</main>
</noscript>`
