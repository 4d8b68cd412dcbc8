/** A printed amount; its cents in grey, for they are rarely what is looked for: `225,112,214`.`21`. */
export function PrintedFigure({ text }: { text: string }) {
  const point = text.indexOf('.')
  if (point < 0) return text
  return (
    <>
      {text.slice(0, point)}
      <i>{text.slice(point)}</i>
    </>
  )
}
