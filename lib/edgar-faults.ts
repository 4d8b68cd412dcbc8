/**
 * What can hinder a filing from being fetched from EDGAR, in words for whoever asked for it: what is wrong, and what to do.
 * In a file of its own because pages load it.
 */
export const edgarFaultWording = {
  'edgar-address-is-not-understood':
    'This is neither an accession number (0001234567-02-012345) nor the address of a filing on EDGAR (https://www.sec.gov/Archives/edgar/data/…). Copy one of the two from the filing’s page at sec.gov.',
  'edgar-is-not-set-up':
    'Strata may not ask EDGAR yet: the SEC wants to know who does. Whoever runs this Strata sets STRATA_EDGAR_USER_AGENT to a name and an address, such as “Sample Company contact@sample.example”, and starts it again. Until then, save the complete submission (.txt) from the filing’s page at sec.gov and drop that.',
  'edgar-has-no-such-filing':
    'EDGAR has no such filing, or keeps it under a company that this does not name. Paste the address of the filing’s page at sec.gov, which names the company.',
  'edgar-has-no-such-document':
    'The submission has no document of this name. Choose from the documents that are listed.',
  'edgar-refused':
    'EDGAR refused to answer. Whoever runs this Strata checks that STRATA_EDGAR_USER_AGENT names who asks, and an address where mail arrives. The filing’s own page at sec.gov may still open in a browser: save the complete submission (.txt) and drop that.',
  'edgar-is-busy':
    'EDGAR has been asked for as much as it allows just now, so this was not fetched. Try again in a few minutes.',
  'edgar-failed': 'EDGAR did not answer as it should, also when it was asked again. Try again later.',
  'edgar-cannot-be-reached':
    'EDGAR could not be reached from the machine that runs Strata. Check its way to www.sec.gov, then try again.',
  'edgar-took-too-long': 'EDGAR took too long to send this. Try again later.',
  'edgar-led-elsewhere':
    'EDGAR pointed to another site, where Strata does not go. Open the filing’s page at sec.gov, save the complete submission (.txt) and drop that.',
} as const
export type EdgarFaultCode = keyof typeof edgarFaultWording

/** The HTTP status of a call that failed so: the caller's mistake, what is not set up here, or what is wrong at EDGAR. */
const edgarFaultStatuses = {
  'edgar-address-is-not-understood': 400,
  'edgar-is-not-set-up': 501,
  'edgar-has-no-such-filing': 404,
  'edgar-has-no-such-document': 404,
  'edgar-refused': 502,
  'edgar-is-busy': 503,
  'edgar-failed': 502,
  'edgar-cannot-be-reached': 502,
  'edgar-took-too-long': 504,
  'edgar-led-elsewhere': 502,
} as const satisfies Record<EdgarFaultCode, number>
export type EdgarFaultStatus = (typeof edgarFaultStatuses)[EdgarFaultCode]

export function edgarFaultStatus(code: EdgarFaultCode): EdgarFaultStatus {
  return edgarFaultStatuses[code]
}

/** True for the code of something that hindered a filing from being fetched. */
export function isEdgarFaultCode(code: unknown): code is EdgarFaultCode {
  return typeof code === 'string' && Object.hasOwn(edgarFaultWording, code)
}
