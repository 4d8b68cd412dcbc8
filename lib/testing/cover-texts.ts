import { Buffer } from 'node:buffer'
import { readDeal } from '../cover/read-deal.ts'
import { type DecodedFile, decodeFiling } from '../filing/decode-filing.ts'
import { splitDocuments } from '../filing/split-documents.ts'
import type { Place } from '../report.ts'

/** The deal of a filing written in a test, with its documents and lines. */
export function readFixture(text: string) {
  const decoded = decodeFiling(Buffer.from(text))
  if ('refusal' in decoded) throw new Error(decoded.refusal.message)
  const { documents, submission } = splitDocuments(decoded.file).value
  return { file: decoded.file, documents, ...readDeal(decoded.file, documents, submission) }
}

/** What a place covers, lines joined by `⏎` with their indents cut. */
export function textAt({ lines }: DecodedFile, at: Place): string {
  const last = at.lastLine ?? at.line
  return lines
    .slice(at.line - 1, last)
    .map((line, index) =>
      line.slice(index === 0 ? at.start - 1 : 0, index === last - at.line ? at.end - 1 : undefined).trim(),
    )
    .join('⏎')
}

/** An 8-K on a pool: the depositor registers, its trust is named in the sentence; a name breaks at a hyphen. */
export const depositorCover = `
                       SECURITIES AND EXCHANGE COMMISSION
                             Washington, D.C. 20549

                                    FORM 8-K
                                 CURRENT REPORT

                Date of Report (Date of earliest event
                        reported)  October 29. 1998

            ALDERBROOK FUNDING, L.L.C., (as depositor under the Pooling
            and Servicing Agreement, dated as of October 1, 1998, providing
            for the issuance of the ALDERBROOK HOME LOAN TRUST 1998-
            A4, Home Loan Asset-Backed Certificates, Series 1998-
            17).

                          ALDERBROOK FUNDING, L.L.C.
           ----------------------------------------------------------
             (Exact name of registrant as specified in its charter)

         NEW YORK                    333-10101              pending
   ----------------------         ---------------      -----------------
   (State or other jurisdiction   (Commission          (I.R.S. Employer
         of incorporation)         File Number)        Identification No.)

   12 Quarry Lane, 3rd Floor
   Albany, New York                                         12207
   ----------------------------------                    ----------
   (Address of Principal Executive Offices)              (Zip Code)

     Registrant's telephone number, including area code: (518) 555-0142

<PAGE>

Item 2.   Acquisition or Disposition
-------   --------------------------
          of Assets.
          ----------

     On October 29, 1998, Alderbrook Funding, L.L.C. (the "Company") sold the
Certificates under an agreement by and among the Company, as depositor, Fenwick
Savings Bank, F.S.B., as seller and master servicer (the "Master Servicer), and
Harbor & Vale Trust Company, N.A., a national banking association, as trustee
(the "Trustee"). LARCH, MOORE & CO. INC. ("LARCH, MOORE"), as representative of
the several underwriters, has prepared certain materials. The Mortgage Loans
had, as of the close of business on October 1, 1998 (the "Cut-off Date"), a
balance set out in the prospectus dated June 3, 1998 and the prospectus
supplement, dated October 26, 1998.

Item 7.   Financial Statements and Exhibits.

     (c)  Exhibits:

     4.1      Pooling and Servicing Agreement.................... 5

     99.1(a)  LARCH, MOORE Computational Materials filed in paper under
              cover of Form SE                                    6

                                   SIGNATURES

     Pursuant to the requirements of the Securities Exchange Act of 1934, the
registrant has duly caused this report to be signed.

                                     ALDERBROOK FUNDING, L.L.C.

 Date: 11/12/98                      By: /s/ R. T. Okafor
                                         ------------------------
                                     Name:   Rosalind T. Okafor
                                     Title:  Senior Vice President and
                                             Treasurer
`

/** An 8-K in HTML of 2004 with new item numbers; the trust registers beside its depositor. */
export const htmlCover = `<HTML><BODY>
<P ALIGN="CENTER"><B>UNITED STATES<BR>SECURITIES AND EXCHANGE COMMISSION</B></P>
<P ALIGN="CENTER">FORM 8-K</P>
<P ALIGN="CENTER">November 30, 2004</P>
<P ALIGN="CENTER">Date of Report (Date of earliest event reported)</P>
<P ALIGN="CENTER">Quillan Mortgage Trust, Series 2004-2</P>
<P ALIGN="CENTER">(Exact name of registrant as specified in its charter)</P>
<TABLE><TR><TD>Delaware</TD><TD>&nbsp;</TD><TD>333-123456-07</TD><TD>20-1234567</TD></TR>
<TR><TD>(State of incorporation)</TD><TD>&nbsp;</TD><TD>(Commission File Number)</TD><TD>(IRS Employer Identification No.)</TD></TR></TABLE>
<P>Item 8.01&nbsp;&nbsp;&nbsp;Other Events.</P>
<P>Quillan Acceptance&#160;Corp., as depositor, Teasel Home Lending, as sponsor, Teasel Servicing LP, as master servicer
and Marram Bank &amp; Trust Company, as indenture trustee, entered into an Indenture dated as of November&nbsp;1, 2004.
The &#147;Cut-off Date&#148; is November 1, 2004.</P>
<P>Item 9.01&nbsp;&nbsp;&nbsp;Financial Statements and Exhibits.</P>
<TABLE><TR><TD>99.1</TD><TD>Pool tables prepared by Dunlin Securities LLC</TD></TR></TABLE>
<P ALIGN="CENTER">SIGNATURES</P>
<P>By: /s/ Ana Ruiz<BR>Ana Ruiz<BR>Vice President</P>
<P>Dated: December 2, 2004</P>
</BODY></HTML>
`

/** Two registrants and three employer numbers, stacked; the bracket after the report's date holds the event's. */
export const stackedCover = `
                    FORM 8-K
      Date of Report (Date of earliest event reported):  February 3, 2003 (January 30, 2003)

                 QUILLAN FUNDING CORPORATION
                 QUILLAN HOME LOAN TRUST 2003-A
      (Exact name of registrants as specified in their charters)

     Delaware                 333-10101               52-1111111
     Delaware                 333-10101-01            52-2222222
                                                      52-3333333
  ----------------       -------------------      ----------------
  (State or other         (Commission file         (IRS Employer
  jurisdiction)             number)                Identification No.)

  1 Dune Road, Dover, Delaware                       19901
  (Address of principal executive offices)         (Zip Code)

  Registrant's telephone number, including area code
                      302-555-0100

ITEM 5.  OTHER EVENTS

     The depositor delivered the pass-through certificates.
`

/** A term sheet names parties by labels, and one by the caption under it. */
export const termSheet = `
                       Quillan Mortgage Trust 2005-3
                 Preliminary Collateral Term Sheet

Depositor:              Quillan Acceptance Corp.
Seller:                 Teasel Home Lending, Inc.
Master Servicer:        Fenwick Savings Bank, F.S.B.
Trustee:                The Marram National Bank
Underwriters:           LARCH, MOORE & CO. INC.
Cut-off Date:           March 1, 2005

               Alder Bank, N.A.
                   Sponsor
`
