import { Prose } from '../../ui/text/prose.tsx'
import { blocksOf } from '../terms-blocks.ts'

/** The terms as they are read. */
export function TermsText({ text }: { text: string }) {
  return (
    <Prose>
      {blocksOf(text).map(({ kind, words }) =>
        kind === 'heading' ? (
          <h2 key={words}>{words}</h2>
        ) : (
          <p key={words} className="whitespace-pre-line">
            {words}
          </p>
        ),
      )}
    </Prose>
  )
}
