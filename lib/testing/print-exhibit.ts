import { schemaOf, type TapeKind } from '../tape/schema.ts'

/** An asset as an exhibit has it: its elements, and those of its properties. */
export type PrintedAsset = Record<string, string | readonly Record<string, string>[]>

function printElements(elements: PrintedAsset, indent: string): string[] {
  return Object.entries(elements).flatMap(([name, value]) =>
    typeof value === 'string'
      ? [`${indent}<${name}>${value}</${name}>`]
      : value.flatMap(one => [
          `${indent}<${name}>`,
          ...printElements(one, `${indent} `),
          `${indent}</${name}>`,
        ]),
  )
}

/** A loan-level exhibit of invented loans, for tests: an element a line. */
export function printExhibit(kind: TapeKind, assets: readonly PrintedAsset[]): string {
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<assetData xmlns="${schemaOf(kind).namespace}">`,
    ...assets.flatMap(asset => [' <assets>', ...printElements(asset, '  '), ' </assets>']),
    '</assetData>',
    '',
  ].join('\n')
}
