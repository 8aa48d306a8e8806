/* Strong branching with the help of idle workers: a worker posts the directions that it is about to try, and who has
   nothing else to do takes some of them. What a trial shows does not depend on who makes it, and the worker uses
   what it would have found out by itself, in the same order: so no result depends on the help. */
#include "search.h"
#include <string.h>

/* Notes what the relaxation of a worker was made from, so that others can make the same. */
void note_part(worker *w, const basis *start) {
    search *s = w->search;
    size_t bytes = (s->columns + 1) * sizeof(double);
    await_guests(w);
    memcpy(w->board.part_lower, w->lower, bytes);
    memcpy(w->board.part_upper, w->upper, bytes);
    w->board.part_start = start;
    pthread_mutex_lock(&s->lock);
    w->part = w->board.part = ++s->parts;
    pthread_mutex_unlock(&s->lock);
}

static void set_open(worker *w, int is_open) {
    pthread_mutex_lock(&w->search->lock);
    w->board.is_open = is_open;
    pthread_mutex_unlock(&w->search->lock);
}

/* Begins the trials of a node. */
void open_board(worker *w, const basis *last, double objective) {
    board *b = &w->board;
    size_t bytes = (w->search->columns + 1) * sizeof(double);
    await_guests(w);
    b->count = 0;
    b->last = last;
    b->objective = objective;
    memcpy(b->lower, w->lower, bytes);
    memcpy(b->upper, w->upper, bytes);
    set_open(w, 1);
}

static trial *find(const board *b, int column, int direction) {
    for (int i = b->count - 1; i >= 0; i--)
        if (b->trials[i].column == column && b->trials[i].direction == direction) return &b->trials[i];
    return NULL;
}

/* Offers both directions of a column, unless they were. */
void post(worker *w, int column) {
    search *s = w->search;
    board *b = &w->board;
    if (find(b, column, DOWN) != NULL) return;
    pthread_mutex_lock(&s->lock);
    for (int direction = DOWN; direction <= UP; direction++)
        b->trials[b->count++] = (trial){.column = column, .direction = direction, .value = w->values[column]};
    if (s->idle > 0) pthread_cond_broadcast(&s->changed);
    pthread_mutex_unlock(&s->lock);
}

/* Takes the first trial of a board that nobody took; NULL where there is none. */
static trial *take(board *b) {
    for (int i = 0; b->is_open && i < b->count; i++) {
        if (b->trials[i].state != OPEN) continue;
        b->trials[i].state = TAKEN;
        return &b->trials[i];
    }
    return NULL;
}

/* Makes a trial that was taken, at the board's node. */
static void make(worker *w, trial *t, const board *b) {
    long before = w->iterations;
    try_direction(w, t, b->last, b->objective);
    t->iterations = w->iterations - before;
    w->iterations = before;
}

/* What a direction shows; until that is known the worker makes what trials are left. */
const trial *result_of(worker *w, int column, int direction) {
    search *s = w->search;
    trial *wanted = find(&w->board, column, direction);
    pthread_mutex_lock(&s->lock);
    while (wanted->state != TRIED && !s->stopped) {
        trial *own = take(&w->board);
        if (own == NULL) {
            pthread_cond_wait(&s->changed, &s->lock);
            continue;
        }
        pthread_mutex_unlock(&s->lock);
        make(w, own, &w->board);
        pthread_mutex_lock(&s->lock);
        own->state = TRIED;
    }
    pthread_mutex_unlock(&s->lock);
    w->iterations += wanted->iterations;
    return wanted;
}

/* Ends the trials of a node. */
void close_board(worker *w) { set_open(w, 0); }

/* Waits until nobody reads the worker's board. */
void await_guests(worker *w) {
    search *s = w->search;
    pthread_mutex_lock(&s->lock);
    while (w->board.guests > 0) pthread_cond_wait(&s->changed, &s->lock);
    pthread_mutex_unlock(&s->lock);
}

static trial *take_any(worker *w) {
    search *s = w->search;
    for (int i = 0; i < s->worker_count; i++) {
        worker *host = s->workers[i];
        trial *t = host == w ? NULL : take(&host->board);
        if (t == NULL) continue;
        host->board.guests++;
        w->host = host;
        return t;
    }
    return NULL;
}

static void take_bounds(worker *w, const double *lower, const double *upper) {
    for (int j = 1; j <= w->search->columns; j++) bound_column(w, j, lower[j], upper[j]);
}

/* Has a worker be at the node of a board, in an equal relaxation. */
static void join(worker *w, const board *b) {
    if (w->part != b->part) {
        leave_part(w);
        take_bounds(w, b->part_lower, b->part_upper);
        make_part(w, b->part_start);
        w->part = b->part;
    }
    take_bounds(w, b->lower, b->upper);
}

static void end_visit(worker *w, trial *t) {
    if (t != NULL) t->state = TRIED;
    w->host->board.guests--;
    w->host = NULL;
    pthread_cond_broadcast(&w->search->changed);
}

/* Makes trials of other workers until the tasks of the round are done. */
void assist(worker *w) {
    search *s = w->search;
    pthread_mutex_lock(&s->lock);
    s->idle++;
    while (s->tasks_done < s->task_count && !s->stopped) {
        trial *t = take_any(w);
        if (t == NULL) {
            pthread_cond_wait(&s->changed, &s->lock);
            continue;
        }
        pthread_mutex_unlock(&s->lock);
        join(w, &w->host->board);
        make(w, t, &w->host->board);
        if (w->is_callers) is_interrupted(s);
        pthread_mutex_lock(&s->lock);
        end_visit(w, t);
    }
    s->idle--;
    pthread_mutex_unlock(&s->lock);
}

/* Where a worker failed: lets go of the board that it read, and has those look up who wait for it. */
void leave_host(worker *w) {
    search *s = w->search;
    pthread_mutex_lock(&s->lock);
    if (w->host != NULL) end_visit(w, NULL);
    pthread_cond_broadcast(&s->changed);
    pthread_mutex_unlock(&s->lock);
}
