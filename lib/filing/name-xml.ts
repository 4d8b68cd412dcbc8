import type { FilingDocument } from '../report.ts'
import { headOf } from './find-format.ts'

/** What a document of XML is, by its first lines: > XML data of form NPORT-P   XML data (http://www.sec.gov/edgar/ffd) */
export function nameXml(lines: readonly string[], document: FilingDocument): string {
  const head = headOf(lines, document.lines)
  const form = /<(?:\w{1,20}:)?(?:submissionType|documentType)>\s{0,9}([\w/ -]{1,20}?)\s{0,9}</.exec(
    head,
  )?.[1]
  if (form !== undefined) return `XML data of form ${form}`
  const namespace = /\sxmlns(?::\w{1,20})?="([^"\s]{1,200})"/.exec(head)?.[1]
  return namespace === undefined ? 'XML data' : `XML data (${namespace})`
}
