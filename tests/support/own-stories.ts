import { type StoryContent, storyContentSchema } from '#lib/domain/story/story.ts';

/** A story of a candidate's own, told in full. */
export const lateExport: StoryContent = storyContentSchema.parse({
  title: 'The export that came late',
  sections: {
    situation:
      'In May 2022 our nightly stock export to 340 pharmacies began to miss its window: about 6 percent of the files arrived after the shops had opened, and pharmacists ordered from yesterday’s numbers.',
    task: 'The export belonged to the data team and I was on the ordering team. Nobody had asked for my opinion. I took on showing where the time went before a second server was bought.',
    action:
      'I disagreed with the lead, Tomas, who had decided to buy a bigger server. I took one week of query logs and found that four fifths of the time went into one join. I rewrote that join on a copy of the data, measured 48 minutes before and 7 minutes after on three nights, and put both options on one page. In the planning meeting I told Tomas and the head of engineering that the server would not fix it. Two engineers said that I did not know their system; I answered with the measurements and offered to carry the pager myself. They decided to do both. I had wanted the server cancelled and did not get that; I backed the plan all the same, moved my own sprint by a week, wrote the runbook and was on call for fourteen nights.',
    result:
      'After my change the late files fell from 6 percent to 0.2 percent in four weeks, wrong orders fell by 31 a day, and the company returned the server, which saved 2,100 euros a month. The data team made my timing part of every export.',
    reflection:
      'We bought hardware because nobody could see which step was slow. Since then I ask for the timing of each step before I argue about any solution, and I would bring Tomas the logs in private first.',
  },
  numbers: [
    {
      what: 'Late files',
      before: '6 %',
      after: '0.2 %',
      over: 'four weeks',
      worth: '31 wrong orders a day fewer',
    },
  ],
  principles: ['have-backbone-disagree-and-commit', 'dive-deep'],
});

/** A story full of "we", with an action that several people share. */
export const teamMove: StoryContent = storyContentSchema.parse({
  title: 'Moving the app',
  sections: {
    situation:
      'At my last job the team wanted to move our app to a new framework and I thought it was too early.',
    action:
      'We talked about it for a while and then we decided to wait until after the release. We wrote a plan together and it was reviewed. I helped with some of the work.',
    result: 'It went fine in the end. The team was happy.',
  },
  principles: ['ownership'],
});
