import { Buffer } from 'node:buffer'
import { describe, expect, it } from 'vitest'
import { decodeFiling } from './decode-filing.ts'
import { splitDocuments } from './split-documents.ts'

function split(text: string) {
  const decoded = decodeFiling(Buffer.from(text))
  if ('refusal' in decoded) throw new Error(decoded.refusal.message)
  const { value, issues } = splitDocuments(decoded.file)
  return { ...value, issues, lines: decoded.file.lines }
}

const HEADER = `<SEC-DOCUMENT>0009999999-01-000017.txt : 20010306
<SEC-HEADER>0009999999-01-000017.hdr.sgml : 20010306
ACCESSION NUMBER:		0009999999-01-000017
CONFORMED SUBMISSION TYPE:	8-K
CONFORMED PERIOD OF REPORT:	20010228
FILED AS OF DATE:		20010305

FILER:

	COMPANY DATA:
		COMPANY CONFORMED NAME:			QUILLAN ACCEPTANCE CORP
		CENTRAL INDEX KEY:			0009999999
		STANDARD INDUSTRIAL CLASSIFICATION:	ASSET-BACKED SECURITIES [6189
]		IRS NUMBER:				521234567

	FILING VALUES:
		FORM TYPE:		8-K
		SEC FILE NUMBER:	333-10101

	FORMER COMPANY:
		FORMER CONFORMED NAME:	QUILLAN FUNDING INC
SERIAL COMPANY:

COMPANY DATA:
	COMPANY CONFORMED NAME:			QUILLAN HOME LOAN TRUST 2001-1
	IRS NUMBER:				000000000
</SEC-HEADER>`

const DOCUMENTS = `<DOCUMENT>
<TYPE>8-K
<SEQUENCE>1
<FILENAME>q8k.txt
<DESCRIPTION>CURRENT REPORT
<TEXT>
FORM 8-K
</TEXT>
</DOCUMENT>
<DOCUMENT>
<TYPE>EX-99.1
<SEQUENCE>2
<TEXT>
<HTML><BODY>Pool tables</BODY></HTML>
</TEXT>
</DOCUMENT>
<DOCUMENT>
<TYPE>GRAPHIC
<FILENAME>chart.gif
<TEXT>
begin 644 chart.gif
M1TE&.#EA
end
</TEXT>
</DOCUMENT>
<DOCUMENT>
<TYPE>EX-99.2
<TEXT>
<PDF>
begin 644 deck.pdf
M)5!$1BTQ
end
</PDF>
</TEXT>
</DOCUMENT>
</SEC-DOCUMENT>`

describe('a complete submission', () => {
  const { submission, documents, furniture, issues, lines } = split(`${HEADER}\n${DOCUMENTS}`)

  it('gives accession number, form and dates from its header', () => {
    expect(submission).toMatchObject({
      accession: '0009999999-01-000017',
      formType: '8-K',
      filedOn: '2001-03-05',
      periodOfReport: '2001-02-28',
    })
  })

  it('gives every company with its role, past a lost bracket and without former names', () => {
    expect(submission?.companies).toEqual([
      {
        name: 'QUILLAN ACCEPTANCE CORP',
        cik: '0009999999',
        ein: '521234567',
        sic: '6189',
        fileNumber: '333-10101',
        role: 'filer',
      },
      {
        name: 'QUILLAN HOME LOAN TRUST 2001-1',
        cik: null,
        ein: null,
        sic: null,
        fileNumber: null,
        role: 'serial company',
      },
    ])
  })

  it('lists each document with its tags, format and lines', () => {
    expect(documents.map(each => [each.sequence, each.type, each.filename, each.format])).toEqual([
      [1, '8-K', 'q8k.txt', 'text'],
      [2, 'EX-99.1', null, 'html'],
      [null, 'GRAPHIC', 'chart.gif', 'uuencoded'],
      [null, 'EX-99.2', null, 'pdf'],
    ])
    const [first] = documents
    expect(first && lines.slice(first.lines[0] - 1, first.lines[1])).toEqual(['FORM 8-K'])
  })

  it('says which documents are not read', () => {
    expect(issues.map(each => each.message)).toEqual([
      'GRAPHIC (chart.gif) is an encoded graphic or file; it is listed, not read.',
      'EX-99.2 is a PDF; it is listed, not read.',
    ])
  })

  it('counts all that is not a readable document as furniture', () => {
    const covered = furniture.reduce((sum, { first, last }) => sum + last - first + 1, 0)
    expect(covered).toBe(lines.length - 2)
  })
})

describe('other containers', () => {
  it('reads the tagged header of the .nc form', () => {
    const { submission, documents } = split(`<SUBMISSION>
<ACCESSION-NUMBER>0009999999-02-000001
<TYPE>8-K
<PERIOD>20020131
<FILING-DATE>20020205
<FILER>
<COMPANY-DATA>
<CONFORMED-NAME>QUILLAN ACCEPTANCE CORP
<CIK>0009999999
<ASSIGNED-SIC>6189
</COMPANY-DATA>
<FILING-VALUES>
<FILE-NUMBER>333-10101
</FILING-VALUES>
</FILER>
<DOCUMENT>
<TYPE>8-K
<TEXT>
FORM 8-K
</TEXT>
</DOCUMENT>
</SUBMISSION>`)
    expect(submission).toMatchObject({ formType: '8-K', filedOn: '2002-02-05', periodOfReport: '2002-01-31' })
    expect(submission?.companies).toMatchObject([
      { name: 'QUILLAN ACCEPTANCE CORP', sic: '6189', fileNumber: '333-10101', role: 'filer' },
    ])
    expect(documents.map(each => each.lines)).toEqual([[19, 19]])
  })

  it('reads an IMS header inside a PEM wrapper', () => {
    const { submission, documents } = split(`-----BEGIN PRIVACY-ENHANCED MESSAGE-----
Proc-Type: 2001,MIC-CLEAR

<IMS-DOCUMENT>0009999999-95-000002.txt : 19950301
<IMS-HEADER>0009999999-95-000002.hdr.sgml : 19950301
ACCESSION NUMBER:		0009999999-95-000002
</IMS-HEADER>
<DOCUMENT>
<TYPE>8-K
<TEXT>
- -----
</TEXT>
</DOCUMENT>
</IMS-DOCUMENT>
-----END PRIVACY-ENHANCED MESSAGE-----`)
    expect(submission?.accession).toBe('0009999999-95-000002')
    expect(documents.map(each => each.lines)).toEqual([[11, 11]])
  })

  it('takes a header with blank lines between and no document after it', () => {
    const { submission, documents } = split(
      '\n<ACCEPTANCE-DATETIME>20050101120000\n\nACCESSION NUMBER:\t\t0009999999-05-000003\n\nFILER:\n\n\tCOMPANY DATA:\n\n\t\tCOMPANY CONFORMED NAME:\t\t\tQuillan Trust\n',
    )
    expect(submission?.companies.map(each => each.name)).toEqual(['Quillan Trust'])
    expect(documents).toEqual([])
  })

  it('ends a document where the next begins when closing tags are missing', () => {
    const { documents } = split(
      '<DOCUMENT>\n<TYPE>8-K\n<TEXT>\nFORM 8-K\n<DOCUMENT>\n<TYPE>EX-1\nthe prospectus\nmore',
    )
    expect(documents.map(each => [each.type, each.lines])).toEqual([
      ['8-K', [4, 4]],
      ['EX-1', [7, 8]],
    ])
  })

  it.each([
    ['text', 'FORM 8-K\n\nMortgage Loans'],
    ['html', '<!DOCTYPE html>\n<html><body>FORM 8-K</body></html>'],
    ['text', '<PAGE>\n<TABLE>\n<CAPTION>\nMortgage Loans\n<S>   <C>\n</TABLE>'],
  ])('takes a bare file of %s as one document', (format, text) => {
    const { submission, documents, furniture } = split(text)
    expect(submission).toBeNull()
    expect(documents.map(each => each.format)).toEqual([format])
    expect(documents[0]?.lines).toEqual([1, text.split('\n').length])
    expect(furniture).toEqual([])
  })
})
