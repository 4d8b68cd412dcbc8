import { describe, expect, it } from 'vitest'
import { isOnEdgar, readEdgarAddress } from './read-address.ts'

const accession = '0000912057-02-012345'
const whole = { accession, company: 1000, document: null }
const folder = 'https://www.sec.gov/Archives/edgar/data/1000/000091205702012345'

describe('an address on EDGAR', () => {
  it.each([
    [accession, { ...whole, company: null }],
    ['000091205702012345', { ...whole, company: null }],
    [`  ${accession}\n`, { ...whole, company: null }],
    [`https://www.sec.gov/Archives/edgar/data/1000/${accession}.txt`, whole],
    [`www.sec.gov/Archives/edgar/data/1000/${accession}.txt`, whole],
    [`WWW.SEC.GOV/Archives/edgar/data/0000001000/${accession}.txt`, whole],
    [`https://www.sec.gov/Archives/edgar/data/1000/${accession}-index.htm`, whole],
    [folder, whole],
    [`${folder}/`, whole],
    [`${folder}/${accession}-index.htm`, whole],
    [`${folder}/${accession}-index.html#top`, whole],
    [`${folder}/${accession}-index-headers.html`, whole],
    [`${folder}/${accession}.txt`, whole],
    [`${folder}/a99-1.htm`, { ...whole, document: 'a99-1.htm' }],
    [
      'https://www.sec.gov/ix?doc=/Archives/edgar/data/1000/000091205702012345/a99-1.htm',
      { ...whole, document: 'a99-1.htm' },
    ],
    [
      'https://www.sec.gov/ixviewer/ix.html?doc=/Archives/edgar/data/1000/000091205702012345/a99-1.htm',
      { ...whole, document: 'a99-1.htm' },
    ],
    [
      `https://www.sec.gov/cgi-bin/viewer?action=view&cik=1000&accession_number=${accession}&xbrl_type=v`,
      whole,
    ],
    [`https://www.sec.gov/cgi-bin/viewer?accession_number=${accession}`, { ...whole, company: null }],
  ])('is read from %s', (typed, address) => expect(readEdgarAddress(typed)).toEqual(address))

  it.each([
    '',
    'filing.txt',
    '0000912057-02-12345',
    '00009120570201234',
    `http://www.sec.gov/Archives/edgar/data/1000/${accession}.txt`,
    `ftp://www.sec.gov/Archives/edgar/data/1000/${accession}.txt`,
    `https://www.sec.gov:8443/Archives/edgar/data/1000/${accession}.txt`,
    `https://me:secret@www.sec.gov/Archives/edgar/data/1000/${accession}.txt`,
    `https://www.sec.gov@elsewhere.example/Archives/edgar/data/1000/${accession}.txt`,
    `https://www.sec.gov.elsewhere.example/Archives/edgar/data/1000/${accession}.txt`,
    `https://elsewhere.example/Archives/edgar/data/1000/${accession}.txt`,
    `https://127.0.0.1/Archives/edgar/data/1000/${accession}.txt`,
    `//www.sec.gov/Archives/edgar/data/1000/${accession}.txt`,
    `https://www.sec.gov/Archives/edgar/data/0/${accession}.txt`,
    `https://www.sec.gov/Archives/edgar/data/1000/`,
    `${folder}/deeper/a99-1.htm`,
    `${folder}/..%2F..%2Fother.htm`,
    `${folder}/.hidden`,
    'https://www.sec.gov/ix?doc=https://elsewhere.example/Archives/edgar/data/1000/000091205702012345/a.htm',
    'https://www.sec.gov/ix?doc=/etc/passwd',
    'https://www.sec.gov/cgi-bin/browse-edgar?action=getcompany&CIK=1000',
    `${folder}/${'a'.repeat(500)}.htm`,
  ])('is none in %j', typed => expect(readEdgarAddress(typed)).toBeNull())
})

it('lets nothing be asked but EDGAR’s sites over https', () => {
  const may = (address: string) => isOnEdgar(new URL(address))
  expect(may('https://www.sec.gov/x')).toBe(true)
  expect(may('https://data.sec.gov/x')).toBe(true)
  expect(may('https://www.sec.gov:443/x')).toBe(true)
  for (const other of [
    'http://www.sec.gov/x',
    'https://www.sec.gov:444/x',
    'https://sec.gov.example/x',
    'https://efts.sec.gov/x',
    'https://a@www.sec.gov/x',
    'https://www.sec.gov./x',
    'file:///etc/passwd',
  ])
    expect(may(other), other).toBe(false)
})
