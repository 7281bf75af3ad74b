import { useState } from "preact/hooks";
import { departments } from "../../shared/domain/departments.ts";
import type { RightsAnswer, ShownRight } from "../api/output-types.ts";
import { useDesk } from "../app/context.ts";
import { hashOf } from "../app/hash.ts";
import { go } from "../app/route.ts";
import { useAsked } from "../app/use-asked.ts";
import { Choice } from "../parts/fields.tsx";
import { Heading } from "../parts/heading.tsx";
import { type Column, Table } from "../parts/table.tsx";
import { Told } from "../parts/told.tsx";
import { momentOf } from "../time/japan-time.ts";
import type { ScreenProps } from "./screen-views.ts";

const columns: readonly Column<ShownRight>[] = [
  { title: "職員", heads: true, cell: ({ officer }) => <a href={hashOf("officer", { officer })}>{officer}</a> },
  { title: "所属", cell: ({ departmentLabel }) => departmentLabel },
  { title: "担当", cell: ({ dutyLabel, temporary }) => `${dutyLabel}${temporary === null ? "" : "(臨時)"}` },
  { title: "期間", cell: ({ from, until }) => `${from} 〜 ${until}` },
  {
    title: "状態",
    cell: ({ stateLabel, reviewDue }) => (
      <>
        {stateLabel} {reviewDue && <span class="mark warn">確認待ち</span>}
      </>
    ),
  },
  { title: "決定", cell: ({ decidedBy }) => decidedBy },
  { title: "最後の確認", cell: ({ confirmedOn }) => confirmedOn },
  { title: "最後の使用", cell: ({ lastUsedAt }) => (lastUsedAt === null ? "使用なし" : momentOf(lastUsedAt)) },
  { title: "終了", cell: ({ ended }) => (ended === null ? "—" : `${momentOf(ended.at)} ${ended.causeLabel}`) },
];

/** 権限: who has what, since when, until when and when it was last used. Nothing is changed here. */
export const RightsScreen = ({ params }: ScreenProps) => {
  const { client } = useDesk();
  const { department = "", review = "" } = params;
  const [draft, setDraft] = useState({ department, review });
  const asked = useAsked(`${department} ${review}`, () =>
    client.get<RightsAnswer>("/v1/rights", { department, review }),
  );
  return (
    <>
      <Heading
        title="権限"
        lead="だれが何をできるかの一覧です。付与・確認・終了は所属長が行い、この画面では変えられません。"
      />
      <form
        class="conditions"
        aria-label="権限の条件"
        onSubmit={(event) => {
          event.preventDefault();
          go("rights", draft);
        }}
      >
        <Choice
          name="department"
          label="所属"
          value={draft.department}
          onChange={(value) => setDraft({ ...draft, department: value })}
          options={departments}
        />
        <Choice
          name="review"
          label="半年ごとの確認"
          value={draft.review}
          onChange={(value) => setDraft({ ...draft, review: value })}
          options={{ due: "確認がまだのもの" }}
        />
        <div class="actions">
          <button type="submit" class="button">
            表示する
          </button>
        </div>
      </form>
      <Told asked={asked}>
        {(body) => (
          <Table
            caption="権限"
            columns={columns}
            rows={body.rights}
            keyOf={({ rightId, officer }) => `${officer} ${rightId}`}
            markOf={({ ended }) => (ended === null ? undefined : "gap")}
          />
        )}
      </Told>
    </>
  );
};
