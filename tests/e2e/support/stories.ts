/** A story of a candidate's own, with what a bar raiser wants to hear. */
export const strongStory = `In May 2022 our nightly stock export to 340 pharmacies began to miss its window: about 6 percent of the files arrived after the shops had opened, and pharmacists ordered from yesterday's numbers. The export belonged to the data team, I was on the ordering team, and their lead, Tomas, had decided to buy a bigger database server. Nobody had asked for my opinion.

I disagreed. I took one week of query logs and found that four fifths of the time went into one join that was run once per shop. I rewrote that join on a copy of the production data, measured 48 minutes before and 7 minutes after on three nights, and wrote both options on one page with cost and risk. In the planning meeting I told Tomas and the head of engineering that the server would not fix it. Tomas was annoyed, and two of his engineers said that I did not know their system. I answered with the measurements and offered to carry the pager for the change myself. The head of engineering decided to do both: the server in June because it was ordered, my change in July.

I had wanted the server cancelled and did not get that. I backed the plan all the same: I moved my own sprint by a week, sat with the data team for the server migration, wrote the runbook, and was on call for the first fourteen nights. After my change the late files fell from 6 percent to 0.2 percent, wrong orders fell by 31 a day, and the company returned the second server, which saved 2,100 euros a month. The data team made the per-query timing that I had added part of every export.

What I learned is that we bought hardware because nobody could see which step was slow. Since then I ask for the timing of each step before I argue about any solution, and I would bring Tomas the logs in private before the meeting, because I made him defend himself in front of his own team.`;

/** A story with the usual gaps: no numbers, much "we", nothing that lasted. */
export const weakStory = `At my last job the team wanted to move our app to a new framework and I thought it was too early. I said that in the meeting. Some people did not agree with me. We talked about it for a while and then we decided to wait until after the release. I helped with some of the work and it went fine in the end. The team was happy and my manager said it was a good call. I learned that communication is important.`;

export const replies = [
  'I asked Tomas for half an hour the next morning, showed him the three nights of measurements, and changed two lines of the page after what he told me about the backup window.',
  'I took the pager myself for the first fourteen nights and wrote down each alert with its cause in the runbook.',
  'Before it 6 percent of the files were late, afterwards 0.2 percent, counted by the same query over four weeks each.',
  'I gave up one week of my own sprint, and told my manager what would slip because of it.',
  'I would bring the logs to Tomas in private first, so that he could have made the proposal himself.',
  'The data team put the timing into every export they own; it was still there when I left in 2024.',
] as const;
