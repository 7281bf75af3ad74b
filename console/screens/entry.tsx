import { useEffect } from "preact/hooks";
import { type Role, roles } from "../../shared/domain/roles.ts";
import type { EntryAnswer, ShownEntry } from "../api/types.ts";
import { useDesk } from "../app/context.ts";
import { hashOf } from "../app/hash.ts";
import { useAsked } from "../app/use-asked.ts";
import { OutOfHoursMark, ResultMark } from "../parts/entry-columns.tsx";
import { Heading } from "../parts/heading.tsx";
import { Subjects } from "../parts/subject.tsx";
import { Told } from "../parts/told.tsx";
import { hourLabel, momentOf } from "../time/japan-time.ts";
import type { ScreenProps } from "./screen-views.ts";

const Facts = ({ entry }: { readonly entry: ShownEntry }) => {
  const rows: readonly [string, preact.ComponentChildren][] = [
    [
      "時刻",
      <>
        {momentOf(entry.at)} <OutOfHoursMark at={entry.at} />
      </>,
    ],
    ["職員", <a href={hashOf("officer", { officer: entry.officer })}>{entry.officer}</a>],
    ["所属・窓口・端末", `${entry.departmentLabel} / ${entry.counter || "—"} / ${entry.terminal || "—"}`],
    ["職務", entry.roles.map((role) => roles[role as Role] ?? role).join("・") || "—"],
    ["セッション", <span class="code">{entry.session ?? "—"}</span>],
    ["操作", `${entry.actionLabel}(${entry.kindLabel})`],
    ["だれの(仮名)", <Subjects subjects={entry.subjects} />],
    ["対象", <span class="code">{entry.object ?? "—"}</span>],
    ["見た・書いた項目", entry.items.map((item) => RECORD_ITEM_NAMES[item] ?? item).join("、") || "—"],
    ["検索語の種類", entry.terms.length === 0 ? "—" : entry.terms.map(({ by }) => by).join("、")],
    ["目的", entry.purpose === null ? "—" : (PURPOSE_NAMES[entry.purpose] ?? entry.purpose)],
    ["結果", <ResultMark result={entry.result} />],
    ["符号", entry.codes.join("、") || "—"],
    ["照会番号", <span class="code">{entry.correlationId}</span>],
    ["記録の番号", <span class="code">{entry.entryId}</span>],
  ];
  return (
    <dl class="facts">
      {rows.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
};

const Proof = ({ digest, proof }: Pick<EntryAnswer, "digest" | "proof">) => (
  <section aria-labelledby="proof-title" class="part">
    <h2 id="proof-title">署名とのつながり</h2>
    {digest === null ? (
      <p class="notice">この時間の署名はまだありません(毎時、前の時間の分が署名されます)。</p>
    ) : (
      <dl class="facts">
        <div>
          <dt>署名の時間</dt>
          <dd>
            {hourLabel(digest.hour)}{" "}
            {digest.signed ? <span class="mark good">署名あり</span> : <span class="mark bad">署名なし</span>}
          </dd>
        </div>
        <div>
          <dt>ダイジェスト</dt>
          <dd class="code">{digest.name}</dd>
        </div>
        {proof !== null && (
          <>
            <div>
              <dt>木の中の位置</dt>
              <dd>
                {proof.size}件のうち {proof.index + 1}番目
              </dd>
            </div>
            <div>
              <dt>葉</dt>
              <dd class="code">{proof.leaf}</dd>
            </div>
            <div>
              <dt>根までの道</dt>
              <dd class="code">
                <ol>
                  {proof.path.map((step) => (
                    <li key={step}>{step}</li>
                  ))}
                </ol>
              </dd>
            </div>
            <div>
              <dt>根</dt>
              <dd class="code">{proof.root}</dd>
            </div>
          </>
        )}
      </dl>
    )}
  </section>
);

/** One entry, whole, and how the signed digests hold it. */
export const EntryScreen = ({ params }: ScreenProps) => {
  const { client } = useDesk();
  const id = params.id ?? "";
  const asked = useAsked(id, () => client.get<EntryAnswer>(`/v1/audit/entries/${encodeURIComponent(id)}`));
  useEffect(() => {
    const back = (event: KeyboardEvent) => {
      if (event.key === "Escape" && document.querySelector("dialog[open]") === null) history.back();
    };
    addEventListener("keydown", back);
    return () => removeEventListener("keydown", back);
  }, []);
  return (
    <>
      <Heading title="記録の詳細" lead="一件の記録の全体と、署名の連鎖とのつながりです。Escで前の画面に戻ります。" />
      <button type="button" class="button quiet" onClick={() => history.back()}>
        前の画面に戻る
      </button>
      <Told asked={asked}>
        {(body) => (
          <>
            <Facts entry={body.entry} />
            <Proof digest={body.digest} proof={body.proof} />
          </>
        )}
      </Told>
    </>
  );
};
