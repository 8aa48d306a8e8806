/* One search and its parts. Columns and rows count from 1, as GLPK does.
   GLPK's environment is thread-local: what a worker holds of GLPK stays on the worker's thread. Nodes
   and bases pass between workers; they are the search's own memory, freed with it in any case. */
#ifndef CGLPK_SEARCH_H
#define CGLPK_SEARCH_H

#include "cglpk.h"
#include <glpk.h>
#include <pthread.h>
#include <setjmp.h>
#include <stdatomic.h>

/* Statuses of rows, then of columns; shared by the two children of a node. */
typedef struct {
    int rows, columns, references;
    unsigned char status[];
} basis;

typedef struct {
    int column;
    double lower, upper;
} bounds;

typedef struct node node;
struct node {
    node *parent;
    int references;           /* from children and from whoever holds it */
    double bound;             /* objective of the parent's relaxation */
    int column, direction;    /* how it came from its parent; 0 at the root */
    double distance;          /* from the parent's value of the column to its bound here */
    basis *start;             /* the parent's last basis; NULL where memory is short */
    bounds *narrowed;         /* columns with other bounds than in the parent */
    int narrowed_count;
};

/* A heap of nodes, the smallest bound first. */
typedef struct {
    node **nodes;
    int count, room;
} heap;

typedef struct {
    double gain, count;       /* sum of objective per unit, and how often */
} pseudocost;

/* What one step in a direction taught. */
typedef struct {
    int direction, column;
    double gain;              /* per unit */
} lesson;

/* An integer solution, and the node that it was found at. */
typedef struct {
    node *at;
    double objective;
    double *values;           /* of all columns, integers rounded, from 0 */
} finding;

/* A part of the tree that one worker explores by itself in a round. */
typedef struct {
    node *root;
    int budget, most, nodes;  /* visits after which no new dive begins, visits allowed, visits made */
    long iterations;
    int is_begun;             /* whether a worker took it */
    heap open;                /* what it leaves */
    node *tip;                /* where its dive was broken off; NULL where it was not */
    node **done;              /* nodes to be given back */
    int done_count, done_room;
    lesson *lessons;
    int lesson_count, lesson_room;
    finding *findings;
    int finding_count, finding_room;
} task;

/* One direction of a column, to be tried at a node. */
typedef struct {
    int column, direction, state;
    double value;             /* of the column at the node */
    int is_cut_off;
    double gain;              /* of the objective */
    long iterations;
} trial;

/* What is to be tried at the node that a worker is at. Idle workers take trials off it, each in a relaxation of
   its own that equals the worker's. */
typedef struct {
    int is_open, guests;      /* whether trials may be taken, and workers that read the board */
    trial *trials;
    int count;
    const basis *last;        /* the node's */
    double objective, *lower, *upper;
    long part;                /* number of the relaxation; what it was made from: */
    const basis *part_start;
    double *part_lower, *part_upper;
} board;

enum { OPEN, TAKEN, TRIED };
enum { DOWN, UP };
enum { RELAXED, CUT_OFF, UNFINISHED, BROKEN };

/* Memory of a search, in a list so that all of it can be freed. */
typedef struct block block;
struct block {
    block *before, *after;
};

typedef struct {
    int terms, *index;        /* from 1 */
    double *value, lower, upper;
} row;

typedef struct search search;
typedef struct worker worker;

/* A relaxation on one thread, and what is needed to work with it. */
struct worker {
    search *search;
    jmp_buf failed;
    int is_callers, has_failed;         /* whether it is on the caller's thread */
    glp_prob *relaxation;
    long iterations;                    /* of the simplex method, on this thread */
    int *column_at, *row_at;          /* where columns and rows stand in it, 0 where they do not; NULL where
                                         it has all of them, in order */
    int row_room;
    double *lower, *upper;            /* of the relaxation now */
    double *goal_lower, *goal_upper;  /* of the node to enter */
    double *values;                   /* of the relaxation's columns */
    int *queue, queue_count;          /* rows to be propagated */
    unsigned char *is_queued;
    pseudocost *costs[2];             /* DOWN and UP, per column */
    pseudocost *group_costs[2];       /* per group of columns */
    pseudocost average[2];
    int *candidates;
    double *scores;
    task *task;
    board board;
    worker *host;                     /* whose board it reads; NULL for none */
    long part;                        /* number of the relaxation that it has; 0 for none */
};

struct search {
    const cglpk_model *model;
    const cglpk_options *options;
    cglpk_result *result;
    double started, last_report;
    atomic_int stopped;
    int columns;
    double cutoff;
    double *first_lower, *first_upper;  /* at the root */
    double *relaxed;                    /* values at the strengthened root, then where a round's first task was last,
                                           from 0; NULL before */
    int *column_begin, *column_rows;    /* rows of each column, from 0 */
    row *rows;                          /* beyond the model's */
    int row_count, row_room;
    pseudocost *costs[2], *group_costs[2], average[2];
    heap open;
    node *trunk;              /* where the first dive goes on; NULL once it is over */
    int is_first_dive;        /* whether the task of this round is a piece of it */
    atomic_long basis_bytes;
    int keeps_bases;          /* whether nodes of this round keep theirs */

    pthread_mutex_t memory;
    block *blocks;

    pthread_mutex_t lock;               /* of what follows */
    pthread_cond_t changed;
    task *tasks;
    int task_count, next_task, tasks_done, active;
    worker **workers;
    int worker_count;
    atomic_int idle;          /* workers that look for trials */
    long parts;               /* relaxations of parts made so far */
    int round, is_over;
    pthread_t *helpers;
    int helper_count, helpers_from;     /* the round before their first */
};

/* memory.c */
void *claim(search *s, size_t bytes);
void *enlarge(search *s, void *memory, size_t bytes);
void give_back(search *s, void *memory);
void free_all(search *s);

/* worker.c */
void make_worker(worker *w, search *s);
void enlist(worker *w);
int is_integer(const search *s, int column);
double fraction(const worker *w, int column);
int is_hopeless(const search *s, double bound);

/* part.c */
int place_of(const worker *w, int column);
void make_whole(worker *w);
void begin_parts(worker *w);
void leave_part(worker *w);
void make_part(worker *w, const basis *b);
int add_row(worker *w, int terms, const int *index, const double *value, double lower, double upper);

/* basis.c */
basis *save_basis(worker *w);
void load_basis(worker *w, const basis *b);
void drop_basis(search *s, basis *b);

/* relaxation.c */
int relax_anew(worker *w);
int relax(worker *w, int iteration_limit);
void bound_column(worker *w, int column, double lower, double upper);

/* cuts.c */
void strengthen(worker *w);
void keep_cuts(worker *w);

/* tree.c */
node *make_node(search *s, node *parent, basis *start);
void release(search *s, node *n);
void push(search *s, heap *h, node *n);
node *take_best(heap *h);
void enter(worker *w, const node *n);
void note_bounds(search *s, node *n, int column, double lower, double upper);
void narrow_node(worker *w, node *n, int column, double lower, double upper);

/* propagation.c */
void list_rows(search *s);
void queue_rows(worker *w, int column);
int propagate(worker *w, node *n);

/* trials.c */
void note_part(worker *w, const basis *start);
void open_board(worker *w, const basis *last, double objective);
void post(worker *w, int column);
const trial *result_of(worker *w, int column, int direction);
void close_board(worker *w);
void await_guests(worker *w);
void assist(worker *w);
void leave_host(worker *w);

/* branching.c */
enum { BRANCH, AGAIN, HOPELESS, INTEGRAL };
int choose_column(worker *w, node *n, double objective, const basis *last, int *column);
void try_direction(worker *w, trial *t, const basis *last, double objective);
void learn(worker *w, int direction, int column, double gain, double distance);
void take_lesson(const search *s, pseudocost *costs[2], pseudocost *group_costs[2], pseudocost average[2],
                 const lesson *l);

/* task.c */
void explore(worker *w, task *t);

/* rounds.c */
void search_in_rounds(worker *w);
void work(worker *w);

/* helpers.c */
void start_helpers(search *s);
void begin_round(search *s);
void wait_for_helpers(search *s);
void dismiss_helpers(search *s);

/* search.c */
cglpk_progress progress_of(const search *s);
void branch_and_bound(worker *w);
void stop(search *s, int status);
int is_interrupted(search *s);
int is_out_of_time(const search *s);
double seconds_since(double start);
double now(void);
void note_row(search *s, int terms, const int *index, const double *value, double lower, double upper);

#endif
