/** Pattern sources for the people of a told story. Case matters: names are known by their capital alone. */

const determiner =
  '(?:my|our|the|their|his|her|a|an|one|another|your|most of the|half the|some of the|two|three|four|five|six|both|My|Our|The|Their|His|Her|A|An|One|Another|Most of the|Half the|Two|Three|Four|Five|Six|Both)';
const role =
  '(?:tech lead|team lead|team leads|lead|leads|line manager|manager|managers|supervisor|boss|bosses|mentor|director|directors|head|chief|cto|ceo|cfo|cio|ciso|coo|cpo|vp|svp|founder|founders|president|owner|owners|product owner|product manager|project manager|pm|pms|po|principal|principal engineer|staff engineer|architect|architects|engineer|engineers|developer|developers|designer|designers|analyst|analysts|scientist|scientists|planner|planners|buyer|buyers|chair|chairman|chairwoman|board|committee|council|management|leadership|customer|customers|client|clients|vendor|vendors|supplier|suppliers|partner|partners|colleague|colleagues|teammate|teammates|team|teams|department|group|office|lab|people|guys|professor|auditor|auditors|regulator|lawyer|lawyers|controller|accountant|admin|administrator|operator|operators|consultant|consultants|contractor|agency|sponsor|stakeholder|stakeholders|editor|editors|doctor|nurse|nurses|captain|foreman|chef|maintainer|maintainers|reviewer|reviewers|deputy|officer|chief of staff|side|camp)';
const area =
  '(?:sales|marketing|finance|legal|security|support|operations|ops|product|compliance|procurement|purchasing|management|leadership|engineering|design|platform|infrastructure|infra|networking|payments|billing|logistics|payroll|quality|qa|risk|fraud|hr|data science|supply chain|sre|everyone|everybody|others|the others|some of them|most of them|all of them|both of them|half of them|someone|somebody|most people|many people|people)';

/** Words that begin sentences with a capital and are no names. */
export const noNames =
  '(?:I|We|It|He|She|They|You|This|That|These|Those|There|Here|The|A|An|My|Our|Their|His|Her|Its|And|But|So|Or|Then|Now|When|While|Where|Why|What|Which|Who|How|If|As|At|In|On|By|For|From|To|With|Without|After|Before|Until|Since|Because|Although|Though|However|Also|Only|Just|Still|Yet|Even|Nobody|Nothing|None|No|Not|Yes|Well|Um|Uh|Oh|Okay|Ok|Like|Everyone|Everybody|Someone|Somebody|People|Most|Some|Many|Few|Both|All|Each|Every|One|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten|First|Second|Third|Last|Next|Finally|Later|Eventually|Meanwhile|Instead|Today|Tomorrow|Yesterday|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|January|February|March|April|May|June|July|August|September|October|November|December|Spring|Summer|Autumn|Winter|Christmas|Easter|Once|Twice|Half|Other|Others|Another|Result|Results|Lesson|Situation|Task|Action|Reflection|Decision|Problem|Cause|Told|Said|Asked|Did|Was|Were|Had|Has|Have|Is|Are|Am|Be|Been|Do|Does|Got|Gave|Took|Went|Came|Made|Wrote|Built|Found|Ran|Showed|Kept|Left|Lost|Won|Cut|Put|Set|Sat|Read|Sent|Met|Added|Fixed|Checked|Tested|Used|Pulled|Pushed|Traced|Reproduced|Measured|Deployed|Shipped|Launched|Decided|Agreed|Refused|Rejected|Objected|Disagreed|Honestly|Actually|Basically|Anyway|Sure|Maybe|Perhaps|Probably|Looking|Back|Never|Always|Again|Long|Short|More|Less|Over|Under|Out|Up|Down|Off|Would|Could|Should|Might|Must|May|Can|Will|Shall|Wife|Husband|Mum|Mom|Dad|Postgres|Oracle|Kubernetes|Redis|Kafka|English|German|French)';
const capital = `(?!${noNames}\\b)\\p{Lu}\\p{Ll}[\\p{L}-]*(?!['’](?:ve|d|ll|re|t|m)\\b)`;
const title = '(?:Mr|Mrs|Ms|Dr|Herr|Frau|Madame|Monsieur|Prof)\\.? ';

/** One or two capitalised words that are no sentence opener: "Joanne", "Ms Okafor". */
export const personName = `(?:(?:${title})?${capital}(?: ${capital})?)`;

const modifier =
  "(?:(?!(?:the|a|my|our|their|his|her|and|or|but|was|is|were|are|said|who|that|which|to|of|with|for|in|on|at|from|by|had|has|not|no|never|also|then|just|still)\\b)[\\p{L}][\\p{L}'’/-]*)";
const ofWhat = `(?: (?:of|for|from|in|at) (?:the )?(?:${modifier})(?: ${modifier})?)?`;

/** "my tech lead", "their head of mobile", "two planners", "the head of sales". */
export const roleNoun = `(?:${determiner} (?:${modifier} ){0,2}?(?i:${role})(?:'s team)?\\b(?:(?<=\\b(?:head|director|chief|vp|VP|manager|owner|people|guys|office|lead|team))${ofWhat})?)`;

const bareRole =
  '(?:(?<=^|[.,;:!?"“—–] ?|\\b(?:and|but|so|then|because|that|when) )(?:the )?(?i:team lead|tech lead|lead|boss|manager|management|director|cto|ceo|cfo|cio|vp|pm|po|product owner|product manager|mentor|board|leadership))\\b';

/** Somebody named by a noun of their own: a role or a name. */
export const namedPerson = `(?:${roleNoun}|${personName}|${bareRole})`;

/** Anybody but the teller: a named person, an area, or a pronoun. */
export const otherPerson = `(?:${namedPerson}|(?i:\\b${area}|\\b(?:he|she|they))\\b)`;
