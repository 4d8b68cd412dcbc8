import { plainPage } from './plain-page.ts'
import { answerError, type ErrorCode, wordError } from './service-errors.ts'

/** What is offered in place of a file that cannot be made. */
export type Instead = { heading: string; links: { href: string; text: string }[] }

/** Who clicked for a file that cannot be made sees a page that says why, and what there is instead; a script the error. */
export function refuseWorkbook(
  request: Request,
  code: ErrorCode,
  { heading, links }: Instead,
  detail: string | null = null,
): Response {
  if (!/\btext\/html\b/i.test(request.headers.get('accept') ?? '')) return answerError(code, detail)
  const [status, message] = wordError(code)
  return new Response(
    plainPage(heading, message, [
      ...(detail === null ? [] : [{ heading: 'What it is about', links: [], note: detail }]),
      { heading: 'Instead', links },
    ]),
    {
      status,
      headers: { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-store' },
    },
  )
}
