* Made the survey.* beside it (PSPP 1.6); survey.por without the accent.
DATA LIST LIST NOTABLE /id (F4) channel_first_option (F1) channel_second_option (F1) c3 (F1) m1 (F2) m2 (F2) age (F3) w (A8).
BEGIN DATA
1 1 0 1 10 20 34 "a"
2 0 1 0 20 30 99 "b"
3 1 1 1 10 10 98 "XX"
END DATA.
VARIABLE LABELS channel_first_option 'Radio é' channel_second_option 'TV' c3 'Web' age 'Age in years'.
VALUE LABELS channel_first_option channel_second_option c3 0 'No' 1 'Yes' /m1 m2 10 'A' 20 'B' 30 'C' /age 98 'Refused' 99 "Don't know" .
MISSING VALUES age (98 99) w ("XX").
MRSETS /MDGROUP NAME=$channels LABEL='Which channels' VARIABLES=channel_first_option channel_second_option c3 VALUE=1
 /MCGROUP NAME=$cats LABEL='Cats' VARIABLES=m1 m2.
SAVE OUTFILE='survey.sav'.
SAVE OUTFILE='survey.zsav' /ZCOMPRESSED.
EXPORT OUTFILE='survey.por'.
