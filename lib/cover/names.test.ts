import { describe, expect, it } from 'vitest'
import { findNameBefore } from './find-name.ts'
import { readJurisdiction } from './jurisdictions.ts'
import { toNaturalCase } from './name-case.ts'
import { joinRoles, readRoles } from './roles.ts'
import { splitNames } from './split-names.ts'

function nameBefore(text: string, marker: string): string | null {
  const span = findNameBefore(text, text.indexOf(marker))
  return span === null ? null : text.slice(span.from, span.to)
}

describe('a name before its role', () => {
  it.each([
    ['among Alder Mortgage Corp. and Beta Bank, as trustee', 'Beta Bank'],
    ['by and between Larch Lending, Inc., as seller', 'Larch Lending, Inc.'],
    ['the "Master Servicer), and The Bank of Quillan, as trustee', 'The Bank of Quillan'],
    ['Larch, Moore, Pine & Smith Incorporated, as underwriter', 'Larch, Moore, Pine & Smith Incorporated'],
    ['Alder Bank Minnesota, N.A., a national banking association, as trustee', 'Alder Bank Minnesota, N.A.'],
    ['Alder Bank, National Association, as trustee', 'Alder Bank, National Association'],
    ['Vale Trust and Savings Company, as trustee', 'Vale Trust and Savings Company'],
    ['Larch Securities Inc. ("Larch"), as underwriter', 'Larch Securities Inc.'],
    ['Fen Acceptance Corporation I, as depositor', 'Fen Acceptance Corporation I'],
    ['In 2004 Quillan Home Loan Trust 2004-1, as issuer', 'Quillan Home Loan Trust 2004-1'],
    ['by and between Larch Bros. Funding LLC, as seller', 'Larch Bros. Funding LLC'],
    ['by and between Larch Svcs. LLC, as seller', 'Larch Svcs. LLC'],
    ['paid by Larch Corp. II. Alder Bank, as trustee', 'Alder Bank'],
    [
      'and Alder Bank (South Dakota), National Association, as sponsor',
      'Alder Bank (South Dakota), National Association',
    ],
    ['and Alder Bank (New York), as trustee', 'Alder Bank (New York)'],
    ['and Alder Trust (North Carolina) N.A., as seller', 'Alder Trust (North Carolina) N.A.'],
    ['creating "A" & B Trust 2003-1, as issuer', '"A" & B Trust 2003-1'],
    ['creating “Blue Heron” Loan Trust 2003-1, as issuer', '“Blue Heron” Loan Trust 2003-1'],
    ['of the Quillan "Prime" Trust 2003-1, as issuer', 'Quillan "Prime" Trust 2003-1'],
    ['by Pike + Marlow Trust 2003-1, as issuer', 'Pike + Marlow Trust 2003-1'],
    ['by Alder / Birch Trust 2003-1, as issuer', 'Alder / Birch Trust 2003-1'],
    ['by @Home Loan Trust 2003-1, as issuer', '@Home Loan Trust 2003-1'],
    ['(the "Seller") Quillan Trust 2003-1, as issuer', 'Quillan Trust 2003-1'],
    ['(the "Quillan Trust 2003-1, as issuer', 'Quillan Trust 2003-1'],
    ['was named by the parties, as trustee', null],
  ])('%s', (text, name) => {
    const marker = text.includes(', as ') ? ', as ' : ' as '
    expect(nameBefore(text, marker)).toBe(name)
  })
})

describe('natural case', () => {
  it.each([
    ['LARCH, MOORE & CO. INC.', 'Larch, Moore & Co. Inc.'],
    ['THE BANK OF QUILLAN', 'The Bank of Quillan'],
    ['FENWICK BANK, N.A.', 'Fenwick Bank, N.A.'],
    ['CSFB MORTGAGE LLC', 'CSFB Mortgage LLC'],
    ['QUILLAN TRUST 2003-21T1', 'Quillan Trust 2003-21T1'],
    ['ALDER FUNDING CORP. II', 'Alder Funding Corp. II'],
    ['McVale Lending, Inc.', 'McVale Lending, Inc.'],
  ])('%s', (printed, natural) => {
    expect(toNaturalCase(printed)).toBe(natural)
  })
})

describe('the roles of a phrase', () => {
  it.each([
    ['seller and master servicer', ['seller', 'masterServicer']],
    ['one of the Underwriters of the Underwritten Certificates', ['underwriter']],
    ['representative of the several underwriters', ['underwriter']],
    ['sponsor, seller and depositor', ['sponsor', 'seller', 'depositor']],
    ['indenture trustee', ['trustee']],
    ['amended by the trustee', []],
    ['originator and master servicer', ['masterServicer']],
    ['servicer of some loans', []],
    ['seller and as master servicer', ['seller', 'masterServicer']],
    ['sponsor, originator and servicer', ['sponsor']],
    ['master servicer and trust administrator', ['masterServicer']],
    ['owner trustee', []],
    ['special servicer', []],
    ['co-lead bookrunning manager', ['underwriter']],
  ])('%s', (phrase, roles) => {
    expect(readRoles(phrase).map(each => each.role)).toEqual(roles)
  })
})

describe('roles over two lines', () => {
  it.each([
    ['Master Servicer and', 'Trust Administrator'],
    ['Originator, Transferor and Master', 'Servicer'],
    ['Trustee and Supplemental Interest', 'Trust Trustee'],
    ['Master Servicer, Paying Agent', 'and Custodian'],
    ['Paying Agent,', 'Custodian and'],
  ])('%s / %s are one caption', (upper, lower) => {
    expect(joinRoles(upper, lower)).toBe(`${upper} ${lower}`)
  })

  it.each([
    ['Seller', 'Servicer'],
    ['Depositor of the', 'Quillan Funding Company'],
    ['QUILLAN MORTGAGE', 'Seller'],
    ['MORTGAGE LOAN TRUST', 'Issuer'],
    ['Sponsor and', 'Quillan Bank, N.A.'],
  ])('%s / %s are not', (upper, lower) => {
    expect(joinRoles(upper, lower)).toBeNull()
  })
})

describe('a list of names', () => {
  it.each([
    ['Harrow Capital LLC and Oak Brothers Inc.', ['Harrow Capital LLC', 'Oak Brothers Inc.']],
    ['Larch, Penn & Co., Fern Securities (USA) LLC', ['Larch, Penn & Co.', 'Fern Securities (USA) LLC']],
    ['The Bank of Quillan', ['The Bank of Quillan']],
    ['Quillan Trust, Series 2005-2', ['Quillan Trust, Series 2005-2']],
    ['see the prospectus for Quillan Bank', null],
  ])('%s', (text, names) => {
    expect(splitNames(text)?.map(({ from, to }) => text.slice(from, to)) ?? null).toEqual(names)
  })
})

describe('a jurisdiction', () => {
  it.each([
    ['DELAWARE', 'DELAWARE'],
    ['State of New York', 'New York'],
    ['New York (governing law of the agreement)', 'New York'],
    ['United States', 'United States'],
    ['Cayman Islands', 'Cayman Islands'],
    ['Washington, D.C. 20549', null],
    ['Securities and Exchange Commission', null],
    ['Quillan Funding of Delaware', null],
  ])('%s', (text, printed) => {
    expect(readJurisdiction(text)?.printed ?? null).toBe(printed)
  })
})
