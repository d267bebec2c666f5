CREATE TABLE `interview_scores` (
	`interview_id` text PRIMARY KEY NOT NULL,
	`scorecard` text NOT NULL,
	FOREIGN KEY (`interview_id`) REFERENCES `interviews`(`id`) ON UPDATE no action ON DELETE cascade
);
