import { z } from 'zod'
import {
  type EdgarFaultCode,
  edgarFaultStatus,
  edgarFaultWording,
  isEdgarFaultCode,
} from '../edgar-faults.ts'
import {
  isLibraryFaultCode,
  type LibraryFaultCode,
  libraryFaultStatus,
  libraryFaultWording,
} from '../library-faults.ts'
import { retryHeaders } from './retry-after.ts'

/** Why a call was not answered: status, and wording for whoever wrote the call. */
const errorWording = {
  'page-is-unknown': [404, 'There is nothing at this address.'],
  'call-is-unknown': [404, 'There is no such call. /api/openapi.json lists them all.'],
  'deal-is-unknown': [
    404,
    'There is no deal with this address. Where several were asked for, the unknown ones are named, and nothing was done with the others.',
  ],
  'filing-is-unknown': [404, 'There is no filing with this SHA-256.'],
  'loan-is-unknown': [404, 'The filing has no loan of this number, or none that begins on this line.'],
  'one-filing-alone': [422, 'The deal has one filing, so there is nothing to hold it against.'],
  'search-is-unknown': [404, 'No search is kept under this number.'],
  'tags-are-too-many': [422, 'A deal has at most 20 tags; `detail` names the deal that would have more.'],
  'searches-are-too-many': [422, 'At most 200 searches are kept. Forget one of them first.'],
  'note-is-unknown': [404, 'The deal has no note with this number.'],
  'part-is-unknown': [404, 'The report of this filing has no such part; most have one, numbered 1.'],
  'workbook-is-too-large': [
    422,
    'The filing is too large for a workbook: the most is 250 tables, and 8 MB of what was read as JSON. Ask for .json, or for each table’s .csv.',
  ],
  'deals-are-too-many-for-a-workbook': [
    422,
    'These are more deals than one workbook takes: the most is 250, and 20 MB of what was read of them as JSON. Narrow the search, or take fewer.',
  ],
  'downloads-are-too-many': [
    503,
    'Two tables of the library are being written just now. Ask again when one of them has been taken.',
  ],
  'no-figure-is-there': [404, 'No figure that was read stands at this place of the filing.'],
  'figure-is-not-reported': [
    422,
    'The filing does not report this figure, and nothing in it bounds it; `detail` names it.',
  ],
  'certificate-proves-nothing': [
    422,
    'No steps lead from figures that the filing prints to this one, so a certificate would prove nothing; `detail` names it. What is computed from single loans is like this: the list of the loans, as .csv, has each with its line, to add up anew.',
  ],
  'certificate-is-too-large': [
    422,
    'The filing is too large for certificates: the most is 8 MB of what was read as JSON. Ask for .json and for the filing itself.',
  ],
  'evidence-pack-is-too-large': [
    422,
    'The filing is too large for an evidence pack: the most is 250 tables, and 8 MB of what was read as JSON. Ask for .json and for the filing itself.',
  ],
  'stratification-is-unknown': [404, 'The deal’s chosen filing has no stratification with this id.'],
  'chart-is-not-drawn': [
    422,
    'There is no chart of this table: it has no rows, or more than can be drawn. Ask for .csv or .json.',
  ],
  'picture-is-too-large': [422, 'The picture is too large to be drawn as PNG. Ask for .svg.'],
  'format-is-unknown': [
    404,
    'That format is not offered here. Ask for .json, .csv, .svg, .png, .xlsx or .evidence.zip where it is.',
  ],
  'query-is-not-understood': [400, 'A parameter of the query is not understood; `detail` names it.'],
  'deals-are-too-few-or-many': [400, 'Name two to eight deals, by their slugs with commas between them.'],
  'edge-is-not-understood': [
    400,
    'The edge is not understood. A question names one side of one figure, as above=77, atLeast=700, below=$620,000 or atMost=360; a comparison names figures with commas between them, as edges=60,70,80.',
  ],
  'trend-is-not-drawn': [422, 'None of these deals reports the figure and has a date.'],
  'edge-is-outside': [400, 'No figure can lie there; `detail` says where they end.'],
  'loan-group-is-unknown': [
    404,
    'The deal’s filing has no such loan group; `detail` names what was asked for.',
  ],
  'pool-is-too-long': [
    422,
    'The filing’s tables are too long to be held against others. They are on the deal’s own pages and in its exports.',
  ],
  'no-such-split': [404, 'The filing has no such table; `detail` says what it has.'],
  'deal-has-no-loans': [
    422,
    'This filing lists no single loans, so none can be chosen: it prints tables, or its exhibit was not read.',
  ],
  'no-distribution': [422, 'Nothing can be asked of this table; `detail` says why.'],
  'body-is-not-multipart': [415, 'Send the files as multipart/form-data, each as a part named `file`.'],
  'boundary-is-not-usable': [
    400,
    'The boundary between the parts of the form is empty or longer than 70 characters.',
  ],
  'no-file-was-sent': [400, 'No file came with this request. Choose at least one.'],
  'sign-in-is-needed': [
    401,
    'Sign in first. A program sends a token, as `Authorization: Bearer …`; whoever runs this Strata gives them out.',
  ],
  'link-opens-something-else': [
    403,
    'The link that you have opens something else of this library. Sign in to see more.',
  ],
  'role-is-missing': [
    403,
    'You are signed in, and nobody has given you a role here. Whoever runs this Strata can.',
  ],
  'role-is-not-enough': [
    403,
    'Your role here does not allow this. Whoever runs this Strata can give you another.',
  ],
  'nobody-signs-in-here': [404, 'Nobody signs in here, or not in this way: STRATA_AUTH does not say so.'],
  'link-is-unknown': [404, 'There is no such link, or it was withdrawn before.'],
  'request-is-cross-site': [403, 'The library can be changed from this site’s own pages only.'],
  'body-is-neither-json-nor-form': [
    415,
    'Send what is to be changed as application/json, or as a form of application/x-www-form-urlencoded.',
  ],
  'body-is-not-understood': [400, 'The body is not what this call takes; `detail` names what is wrong.'],
  'address-is-malformed': [
    400,
    'The address is malformed: a % in it does not start a valid character, or it contains a NUL.',
  ],
  'address-is-too-long': [400, 'The address is too long for this site. Two addresses may have been joined.'],
  'request-is-malformed': [400, 'This is not a valid HTTP request.'],
  'method-is-not-allowed': [
    405,
    'This address does not accept that method. The header Allow lists those it does.',
  ],
  'request-took-too-long': [408, 'The request did not arrive in time. Send it again.'],
  'body-is-too-large': [
    413,
    'This is more than Strata accepts at once: 500 MB, and 50 MB a file, or 400 MB a loan-level exhibit. Send the files in several uploads.',
  ],
  'host-is-missing': [400, 'The request has no Host header, which HTTP/1.1 requires.'],
  'host-is-unknown': [
    421,
    'Strata does not answer under the name that this request has in its Host header, so that pages of other sites cannot read the library. Use localhost, or name the address in STRATA_URL or STRATA_HOSTS when Strata is started.',
  ],
  'requests-are-too-many': [
    429,
    'Too many requests from this address are under way. Ask again when some of them are answered. Where many people come through one proxy, STRATA_TRUSTED_PROXIES tells them apart.',
  ],
  'uploads-are-too-many': [
    429,
    'Too many uploads from this address are under way. Send this again when some of them are done. Where many people come through one proxy, STRATA_TRUSTED_PROXIES tells them apart.',
  ],
  'headers-are-too-large': [431, 'The headers of the request are too large.'],
  'library-is-not-ready': [503, 'The library’s database does not answer.'],
  'service-is-stopping': [
    503,
    'Strata is stopping. Send this again after it has restarted; files that were kept are recognised then.',
  ],
  'service-failed': [500, 'Something failed in Strata. Everything kept before is untouched.'],
} as const satisfies Record<string, readonly [number, string]>
export type ErrorCode = keyof typeof errorWording | LibraryFaultCode | EdgarFaultCode

/** All codes, which stay as they are from version to version; what they say may not. */
export const errorCodes = [
  ...Object.keys(errorWording),
  ...Object.keys(libraryFaultWording),
  ...Object.keys(edgarFaultWording),
] as ErrorCode[]

export const errorAnswerSchema = z.object({
  error: z.object({ code: z.enum(errorCodes), message: z.string(), detail: z.string().nullable() }),
})

/** Status and words of an error. */
export function wordError(code: ErrorCode): readonly [number, string] {
  if (isEdgarFaultCode(code)) return [edgarFaultStatus(code), edgarFaultWording[code]]
  return isLibraryFaultCode(code) ? [libraryFaultStatus(code), libraryFaultWording[code]] : errorWording[code]
}

/** The one shape of all errors. */
export function errorBody(code: ErrorCode, detail: string | null = null): z.infer<typeof errorAnswerSchema> {
  const [, message] = wordError(code)
  return { error: { code, message, detail } }
}

/** The same as an answer, with the status that fits. */
export function answerError(code: ErrorCode, detail: string | null = null): Response {
  const [status] = wordError(code)
  return Response.json(errorBody(code, detail), {
    status,
    headers: {
      'Cache-Control': 'no-store',
      ...retryHeaders([code]),
      ...(status === 401 && { 'WWW-Authenticate': 'Bearer realm="Strata"' }),
    },
  })
}
